#include "cli/archive.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <optional>
#include <string_view>

#include "cli/messages.h"
#include "cli/terminal.h"
#include "sayso/engine.h"
#include "sayso/reader.h"
#include "trace/given_archive.h"
#include "trace/record_archive.h"

namespace sayso::cli {
namespace {

struct GivenFiles {
  std::vector<Document> documents;
  std::function<Extraction(const Document&)> extract;
  bool failed = false;  // some could not be read, and it was said
};

// No documents: nothing could be opened, and it was said.
GivenFiles read_files(const std::vector<std::string>& files, const std::string& model) {
  GivenFiles out;
  auto engine = Engine::load(model);
  if (!engine) return say(engine.error()), GivenFiles();
  out.extract = [shared = std::make_shared<const Engine>(std::move(*engine))](const Document& document) { return shared->extract(document); };
  Reader reader(files);
  while (auto document = reader.next()) {
    if (*document) {
      out.documents.push_back(std::move(**document));
      continue;
    }
    say(document->error());
    out.failed = true;
  }
  return out;
}

}  // namespace

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
  progress.damaged = [](const Error& error) { say(Error{error.code, error.where, error.message + "; the index is made again"}); };
  Result<trace::RecordArchive> archive = trace::RecordArchive::open(record, progress);
  erase_passing();
  if (archive)
    out.archive = std::make_unique<trace::RecordArchive>(std::move(*archive));
  else
    say(archive.error());
  return out;
}

Opened open_files(const std::vector<std::string>& files, const std::string& model) {
  GivenFiles given = read_files(files, model);
  if (given.documents.empty()) return Opened();
  Opened out;
  out.failed = given.failed;
  out.archive = std::make_unique<trace::GivenArchive>(std::move(given.documents), std::move(given.extract));
  return out;
}

OpenedPairs open_pair_documents(const std::vector<std::string>& files, const std::string& model) {
  GivenFiles given = read_files(files, model);
  if (given.documents.empty()) return OpenedPairs();
  OpenedPairs out;
  out.failed = given.failed;
  out.documents = std::make_unique<trace::PairDocuments>(std::move(given.documents), std::move(given.extract));
  return out;
}

}  // namespace sayso::cli
