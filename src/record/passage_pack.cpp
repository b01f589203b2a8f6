#include "record/passage_pack.h"

namespace sayso::record {
namespace {

constexpr std::int64_t kLast = 0xFFFFFFFF;

std::uint32_t place(std::int64_t from, std::int64_t difference) {
  if (difference < -kLast || difference > kLast || from + difference < 0 || from + difference > kLast)
    BytesIn::damaged();
  return static_cast<std::uint32_t>(from + difference);
}

std::string words_at(const std::vector<Span>& spans, const CodePoints& text) {
  std::string out;
  for (std::size_t i = 0; i < spans.size(); ++i) out.append(i == 0 ? "" : " … ").append(text.slice(spans[i]));
  return out;
}

bool stands_there(const Passage& passage, const CodePoints& text) {
  if (passage.spans.size() == 1) return passage.text == text.slice(passage.spans.front());
  return passage.text == words_at(passage.spans, text);
}

}  // namespace

void put_span(BytesOut& out, Span span, std::int64_t& at) {
  out.difference(std::int64_t{span.begin} - at);
  out.difference(std::int64_t{span.end} - span.begin);
  at = span.end;
}

Span get_span(BytesIn& in, std::int64_t& at) {
  const std::uint32_t begin = place(at, in.difference());
  const std::uint32_t end = place(begin, in.difference());
  at = end;
  return {begin, end};
}

void put_passage(BytesOut& out, const Passage& passage, const CodePoints& text, std::int64_t at) {
  const bool there = stands_there(passage, text);
  out.number(passage.spans.size() << 1 | (there ? 0 : 1));
  for (const Span span : passage.spans) put_span(out, span, at);
  if (!there) out.text(passage.text);
}

std::int64_t skip_passage(BytesIn& in, std::int64_t at) {
  const std::uint64_t head = in.number();
  std::int64_t begin = at;
  for (std::uint64_t i = 0; i < head >> 1; ++i) {
    const Span span = get_span(in, at);
    if (i == 0) begin = span.begin;
  }
  if ((head & 1) != 0) in.text();
  return begin;
}

Passage get_passage(BytesIn& in, const CodePoints& text, std::int64_t at) {
  Passage out;
  const std::uint64_t head = in.number();
  for (std::uint64_t i = 0; i < head >> 1; ++i) out.spans.push_back(get_span(in, at));
  out.text = (head & 1) != 0 ? std::string(in.text()) : words_at(out.spans, text);
  return out;
}

}  // namespace sayso::record
