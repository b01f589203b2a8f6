#include "record/statement_days.h"

#include <algorithm>

#include "text/iso_day.h"

namespace sayso::record {
namespace {

constexpr std::int64_t kBlock = 2000;  // statements: a row is nearly a page of SQLite

std::string bytes_of(const std::vector<DayNumber>& days) {
  std::string out;
  for (const DayNumber day : days) out.append({static_cast<char>(day & 0xFF), static_cast<char>(day >> 8)});
  return out;
}

}  // namespace

DayNumber day_number(std::string_view day) {
  using namespace std::chrono;
  const auto date = iso_day(day);
  if (!date) return 0;
  constexpr sys_days kEve = year{1899} / December / 31;
  return static_cast<DayNumber>(std::clamp<std::int64_t>((sys_days(*date) - kEve).count(), 1, UINT16_MAX));
}

const std::vector<DayNumber>& StatementDays::block(std::int64_t number) {
  if (number == at_) return days_;
  at_ = number;
  days_.clear();
  Query& row = db_.query("SELECT days FROM statement_days WHERE block = $1");
  for (row.with({number}); row.next();) {
    const std::string_view bytes = row.bytes(0);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
      days_.push_back(
          static_cast<DayNumber>(static_cast<unsigned char>(bytes[i]) | static_cast<unsigned char>(bytes[i + 1]) << 8));
  }
  return days_;
}

DayNumber StatementDays::of(std::int64_t statement) {
  const std::vector<DayNumber>& days = block(statement / kBlock);
  const auto place = static_cast<std::size_t>(statement % kBlock);
  return place < days.size() ? days[place] : DayNumber{0};
}

void StatementDays::note(std::int64_t statement, const std::optional<std::string>& day) {
  noted_[statement] = day ? day_number(*day) : DayNumber{0};
}

void StatementDays::flush() {
  Query& write = db_.query(
      "INSERT INTO statement_days (block, days) VALUES ($1, $2) "
      "ON CONFLICT (block) DO UPDATE SET days = excluded.days");
  at_ = -1;  // another may have written since
  for (auto one = noted_.begin(); one != noted_.end();) {
    const std::int64_t number = one->first / kBlock;
    std::vector<DayNumber> days = block(number);
    for (; one != noted_.end() && one->first / kBlock == number; ++one) {
      const auto place = static_cast<std::size_t>(one->first % kBlock);
      if (days.size() <= place) days.resize(place + 1);
      days[place] = one->second;
    }
    const std::string bytes = bytes_of(days);
    write.run({number, Blob{bytes}});
  }
  at_ = -1;
  forget();
}

}  // namespace sayso::record
