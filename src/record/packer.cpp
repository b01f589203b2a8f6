#include "record/packer.h"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>

#include "record/bytes.h"

namespace sayso::record {
namespace {

constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";
constexpr std::size_t kLongestSample = 32 << 10, kSamplesSize = 4 << 20;
constexpr std::uint64_t kLongest = std::uint64_t{1} << 32;

std::string_view name_of(Packer::What what) {
  switch (what) {
    case Packer::What::text: return "text";
    case Packer::What::entities: return "entities";
    case Packer::What::sketch: return "sketch";
  }
  return "";
}

// Of text most is won by the first 100 KiB.
std::size_t size_of(Packer::What what) { return what == Packer::What::text ? 110 << 10 : 48 << 10; }

constexpr int kLevel = 6;  // at level 3 texts, a quarter of a record, are a twentieth larger in a third of the time; at 9 a fortieth smaller in twice the time

template <class T, std::size_t (*Free)(T*)>
struct Freeing {
  void operator()(T* one) const { Free(one); }
};
template <class T, std::size_t (*Free)(T*)>
using Owned = std::unique_ptr<T, Freeing<T, Free>>;

ZSTD_CCtx* compressing() {
  thread_local const Owned<ZSTD_CCtx, ZSTD_freeCCtx> context(ZSTD_createCCtx());
  return context.get();
}

ZSTD_DCtx* decompressing() {
  thread_local const Owned<ZSTD_DCtx, ZSTD_freeDCtx> context(ZSTD_createDCtx());
  return context.get();
}

[[noreturn]] void damaged() { throw SqlFailure(ErrorCode::malformed, "a text of the record is damaged"); }

}  // namespace

struct Packer::Dictionary {
  std::string bytes;
  Owned<ZSTD_CDict, ZSTD_freeCDict> to;  // made when first needed, as is
  Owned<ZSTD_DDict, ZSTD_freeDDict> from;

  ZSTD_CDict* packing() {
    if (!to) to.reset(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel));
    return to.get();
  }
  ZSTD_DDict* unpacking() {
    if (!from) from.reset(ZSTD_createDDict(bytes.data(), bytes.size()));
    return from.get();
  }
};

Packer& Connection::packer() {
  if (!packer_) packer_ = std::make_shared<Packer>(*this);
  return *packer_;
}

Packer::Packer(Connection& connection) : db_(connection) {}
Packer::~Packer() = default;

Packer::Dictionary& Packer::dictionary(std::int64_t id) {
  auto& out = dictionaries_[id];
  if (out) return *out;
  auto loaded = std::make_unique<Dictionary>();
  Query& row = db_.query("SELECT bytes FROM dictionaries WHERE id = $1");
  row.with({id});
  if (id != 0 && !row.next()) damaged();
  if (id != 0) loaded->bytes = row.bytes(0);
  while (row.next()) {
  }
  out = std::move(loaded);
  return *out;
}

std::int64_t Packer::newest(What what) {
  const auto [at, is_new] = newest_.try_emplace(what);
  if (is_new) at->second = db_.query("SELECT max(id) FROM dictionaries WHERE what = $1").number({name_of(what)}).value_or(0);
  return at->second;
}

bool Packer::has_learned(What what) { return newest(what) != 0; }

std::string Packer::pack(What what, std::string_view bytes) {
  const std::int64_t id = newest(what);
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* const context = compressing();
  ZSTD_CCtx_reset(context, ZSTD_reset_session_and_parameters);
  ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
  if (id != 0) ZSTD_CCtx_refCDict(context, dictionary(id).packing());
  else ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kLevel);
  const std::size_t size = ZSTD_compress2(context, frame.data(), frame.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw SqlFailure(ErrorCode::too_large, ZSTD_getErrorName(size));
  BytesOut out;
  out.number(static_cast<std::uint64_t>(id));
  out.bytes(std::string_view(frame).substr(kMagic.size(), size - kMagic.size()));
  return std::move(out).take();
}

std::string Packer::unpack(std::string_view packed) {
  BytesIn in(packed);
  const std::uint64_t id = in.number();
  std::string frame(kMagic);
  frame += in.rest();
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLongest) damaged();
  std::string out(size, '\0');
  ZSTD_DDict* const with = id == 0 ? nullptr : dictionary(static_cast<std::int64_t>(id)).unpacking();
  if (ZSTD_decompress_usingDDict(decompressing(), out.data(), out.size(), frame.data(), frame.size(), with) != size) damaged();
  return out;
}

void Packer::learn(What what, const std::vector<std::string>& samples) {
  std::string all, bytes(size_of(what), '\0');
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    if (all.size() > kSamplesSize) break;
    sizes.push_back(std::min(sample.size(), kLongestSample));
    all.append(sample, 0, sizes.back());
  }
  const std::size_t size = ZDICT_trainFromBuffer(bytes.data(), bytes.size(), all.data(), sizes.data(), static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size)) return;
  bytes.resize(size);
  newest_[what] = db_.insert("INSERT INTO dictionaries (what, bytes) VALUES ($1, $2)", {name_of(what), Blob{bytes}});
}

void Packer::forget() {
  newest_.clear();
  dictionaries_.clear();
}

}  // namespace sayso::record
