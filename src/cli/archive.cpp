#include "cli/archive.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <optional>
#include <string_view>

#include "cli/messages.h"
#include "cli/terminal.h"
#include "sayso/engine.h"
#include "sayso/reader.h"
#include "trace/given_archive.h"
#include "trace/record_archive.h"

namespace sayso::cli {

bool names_record(const std::string& input) {
  if (input.starts_with("postgresql://") || input.starts_with("postgres://")) return true;
  constexpr std::string_view kMagic = "SQLite format 3";
  std::string head(kMagic.size(), '\0');
  std::ifstream file(input, std::ios::binary);
  return file.read(head.data(), static_cast<std::streamsize>(head.size())) && head == kMagic;
}

Opened open_record(const std::string& record) {
  Opened out;
  trace::IndexProgress progress;
  if (is_terminal(STDERR_FILENO))
    progress.show = [](std::int64_t documents) {
      say_passing(fmt::format("\rindexing the record: {} documents", documents));
    };
  Result<trace::RecordArchive> archive = trace::RecordArchive::open(record, progress);
  erase_passing();
  if (archive)
    out.archive = std::make_unique<trace::RecordArchive>(std::move(*archive));
  else
    say(archive.error());
  return out;
}

Opened open_files(const std::vector<std::string>& files, const std::string& model) {
  Opened out;
  auto engine = Engine::load(model);
  if (!engine) return say(engine.error()), Opened();
  const auto shared = std::make_shared<const Engine>(std::move(*engine));
  std::vector<Document> documents;
  Reader reader(files);
  while (auto document = reader.next()) {
    if (*document) {
      documents.push_back(std::move(**document));
      continue;
    }
    say(document->error());
    out.failed = true;
  }
  if (documents.empty()) return Opened();
  out.archive = std::make_unique<trace::GivenArchive>(
      std::move(documents), [shared](const Document& document) { return shared->extract(document); });
  return out;
}

}  // namespace sayso::cli
