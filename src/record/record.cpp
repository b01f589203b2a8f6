// The room's edge: what is thrown inside becomes an Error here.
#include "sayso/record.h"

#include "record/exporter.h"
#include "record/feeds.h"
#include "record/record_state.h"
#include "record/sql.h"
#include "record/stored.h"

namespace sayso {

namespace {

Error error_of(const std::string& where, const record::SqlFailure& failure) { return {failure.code, where, failure.what()}; }

// What came with a document is of the model that it says.
std::string_view model_of(const Document& document, std::string_view model) {
  return document.given ? std::string_view(document.given->model) : model;
}

}  // namespace

Record::Record(std::unique_ptr<State> state) : state_(std::move(state)) {}
Record::~Record() = default;
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;

Result<Record> Record::open(const std::string& where, RecordAccess access) {
  try {
    auto db = record::open_database(where, access == RecordAccess::write ? record::Access::write : record::Access::read);
    return Record(std::make_unique<State>(record::place_for_people(where), std::move(db)));
  } catch (const record::SqlFailure& failure) {
    return tl::unexpected(error_of(record::place_for_people(where), failure));
  }
}

Result<std::optional<Added>> Record::knows(const Document& document, std::string_view model) {
  try {
    return state_->writer.known(document, model_of(document, model));
  } catch (const record::SqlFailure& failure) {
    return tl::unexpected(error_of(state_->where, failure));
  }
}

Result<Added> Record::add(const Document& document, const Extraction& extraction, std::string_view model, bool again) {
  try {
    return state_->writer.add(document, extraction, model_of(document, model), again);
  } catch (const record::SqlFailure& failure) {
    state_->writer.roll_back();
    return tl::unexpected(error_of(state_->where, failure));
  }
}

Result<void> Record::commit() {
  try {
    state_->writer.commit();
    return {};
  } catch (const record::SqlFailure& failure) {
    state_->writer.roll_back();
    return tl::unexpected(error_of(state_->where, failure));
  }
}

Result<void> Record::each_document(const std::function<bool(const Document&, const Extraction&)>& use) {
  try {
    record::each_kept(*state_->db, {}, [&](const Document& document, const Extraction& extraction, const Kept&) { return use(document, extraction); });
    return {};
  } catch (const record::SqlFailure& failure) {
    return tl::unexpected(error_of(state_->where, failure));
  }
}

Result<void> Record::each_kept(const ExportOptions& options, const std::function<bool(const Document&, const Extraction&, const Kept&)>& use) {
  try {
    state_->db->begin_reading();
    record::each_kept(*state_->db, options, use);
    state_->db->commit();
    return {};
  } catch (const record::SqlFailure& failure) {
    state_->db->roll_back();
    return tl::unexpected(error_of(state_->where, failure));
  }
}

Result<WatchedFeed> Record::watched_feed(const std::string& url) {
  return state_->guarded([&] { return record::feed_at(*state_->db, url); });
}

Result<void> Record::keep(WatchedFeed& feed) {
  return state_->guarded([&] { record::keep_feed(*state_->db, feed); });
}

Result<std::optional<WatchedEntry>> Record::watched_entry(std::int64_t feed, const std::string& key) {
  return state_->guarded([&] { return record::entry_of(*state_->db, feed, key); });
}

Result<std::optional<WatchedEntry>> Record::watched_entry_at(const std::string& url, const std::string& stamp) {
  return state_->guarded([&] { return record::entry_at(*state_->db, url, stamp); });
}

Result<void> Record::keep(std::int64_t feed, const WatchedEntry& entry) {
  return state_->guarded([&] { record::keep_entry(*state_->db, feed, entry); });
}

std::string_view name_of(Added::Outcome outcome) {
  switch (outcome) {
    case Added::Outcome::added: return "added";
    case Added::Outcome::known: return "known";
    case Added::Outcome::new_version: return "new_version";
    case Added::Outcome::again: return "again";
  }
  return "";
}

std::string_view name_of(Change::What what) {
  switch (what) {
    case Change::What::added: return "added";
    case Change::What::removed: return "removed";
    case Change::What::reworded: return "reworded";
  }
  return "";
}

}  // namespace sayso
