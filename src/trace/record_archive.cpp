#include "trace/record_archive.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstdlib>
#include <filesystem>

#include "text/ascii.h"
#include "trace/index/index_folder.h"

namespace sayso::trace {
namespace {

namespace fs = std::filesystem;

bool is_server(const std::string& record) { return record.find("://") != std::string::npos; }

std::string cache_folder() {
  if (const char* set = std::getenv("XDG_CACHE_HOME"); set != nullptr && *set == '/')
    return std::string(set) + "/sayso";
  const char* home = std::getenv("HOME");
  return std::string(home != nullptr && *home == '/' ? home : "/tmp") + "/.cache/sayso";
}

std::string in_cache(const std::string& record) {
  std::error_code ignored;
  const std::string name = is_server(record) ? record : fs::weakly_canonical(record, ignored).string();
  const std::string folder = cache_folder();
  fs::create_directories(folder, ignored);
  return fmt::format("{}/{:016x}.index", folder, XXH3_64bits(name.data(), name.size()));
}

bool may_write(const std::string& folder) {
  std::error_code ignored;
  if (fs::exists(folder, ignored)) return ::access(folder.c_str(), W_OK) == 0;
  const fs::path parent = fs::path(folder).parent_path();
  return ::access(parent.empty() ? "." : parent.c_str(), W_OK) == 0;
}

// Whether the record's document of that number still has that text.
Result<bool> belongs(record::Documents& documents, const SegmentDocument& last) {
  if (last.id == 0) return true;
  const auto hash = documents.hash_of(last.id);
  if (!hash) return tl::unexpected(hash.error());
  return *hash && **hash == last.hash;
}

Result<void> add_missing(record::Documents& documents, IndexUpdate& update, const IndexProgress& progress) {
  constexpr std::int64_t kEvery = 500;  // documents between two shows
  std::int64_t added = 0;
  Result<void> written;
  const Result<void> read =
      documents.each_text(update.last().id, [&](std::int64_t number, std::uint64_t hash, const std::string& text) {
        written = update.add(number, hash, text);
        if (++added % kEvery == 0 && progress.show) progress.show(added);
        return written.has_value();
      });
  if (!written) return written;
  if (!read) return read;
  return added > 0 ? update.commit() : Result<void>();
}

Result<void> update_folder(record::Documents& documents, const std::string& folder, const IndexProgress& progress) {
  Result<IndexUpdate> update = IndexUpdate::begin(folder);
  if (!update) return tl::unexpected(update.error());
  const Result<bool> ours = belongs(documents, update->last());
  if (!ours) return tl::unexpected(ours.error());
  if (!*ours) update->start_anew();
  Result<void> added = add_missing(documents, *update, progress);
  if (added || added.error().code != ErrorCode::malformed) return added;
  update->start_anew();  // a segment was damaged; the record is the source
  return add_missing(documents, *update, progress);
}

// Whether nothing has to be written: most calls.
Result<bool> is_current(record::Documents& documents, const Index& index) {
  const SegmentDocument last = index.last();
  const Result<bool> ours = belongs(documents, last);
  if (!ours || !*ours) return ours;
  bool more = false;
  const Result<void> read = documents.each_text(
      last.id, [&more](std::int64_t, std::uint64_t, const std::string&) { return more = true, false; });
  if (!read) return tl::unexpected(read.error());
  return !more;
}

Result<Index> current_index(record::Documents& documents, const std::string& record, const IndexProgress& progress) {
  const std::string folder = index_folder_of(record);
  Result<Index> index = Index::open(folder);
  if (index) {
    const Result<bool> current = is_current(documents, *index);
    if (!current) return tl::unexpected(current.error());
    if (*current) return index;
  } else if (index.error().code == ErrorCode::malformed && progress.damaged) {
    progress.damaged(index.error());
  }
  if (const Result<void> updated = update_folder(documents, folder, progress); !updated)
    return tl::unexpected(updated.error());
  index = Index::open(folder);
  const bool empty = !index && index.error().code == ErrorCode::not_found;  // a record without documents
  return empty ? Index() : std::move(index);
}

}  // namespace

std::string index_folder_of(const std::string& record) {
  if (is_server(record)) return in_cache(record);
  const std::string beside = record + ".index";
  return may_write(beside) ? beside : in_cache(record);
}

Result<std::string> update_index(const std::string& record, const IndexProgress& progress) {
  Result<record::Documents> documents = record::Documents::open(record);
  if (!documents) return tl::unexpected(documents.error());
  const Result<Index> index = current_index(*documents, record, progress);
  if (!index) return tl::unexpected(index.error());
  return index_folder_of(record);
}

Result<RecordArchive> RecordArchive::open(const std::string& record, const IndexProgress& progress) {
  Result<record::Documents> documents = record::Documents::open(record);
  if (!documents) return tl::unexpected(documents.error());
  Result<Index> index = current_index(*documents, record, progress);
  if (!index) return tl::unexpected(index.error());
  return RecordArchive(std::move(*documents), std::move(*index));
}

Result<record::Coverage> RecordArchive::covers() {
  if (covers_) return *covers_;
  Result<record::Coverage> covers = documents_.covers();
  if (covers) covers_ = *covers;
  return covers;
}

Result<SourcePtr> RecordArchive::source(std::int64_t number) {
  if (const auto found = cache_.find(number); found != cache_.end()) return found->second;
  Result<std::optional<record::Kept>> kept = documents_.document(number);
  if (!kept) return tl::unexpected(kept.error());
  if (cache_.size() >= kMostCached) cache_.clear();
  return cache_[number] = *kept ? std::make_shared<const Source>(std::move(**kept)) : nullptr;
}

Result<std::vector<std::int64_t>> RecordArchive::documents_with(std::string_view word, std::size_t most) {
  std::vector<std::int64_t> out;
  const Result<void> read = documents_.each_text(0, [&](std::int64_t number, std::uint64_t, const std::string& text) {
    if (has_word(text, word)) out.push_back(number);
    return out.size() < most;
  });
  if (!read) return tl::unexpected(read.error());
  return out;
}

}  // namespace sayso::trace
