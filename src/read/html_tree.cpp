#include "read/html_tree.h"

#include <myhtml/api.h>

#include <algorithm>
#include <array>
#include <memory>

#include "read/transcode.h"

namespace sayso {
namespace {

HtmlTag tag_of(myhtml_tag_id_t id) {
  struct Pair {
    myhtml_tag_id_t id;
    HtmlTag tag;
  };
#define SAYSO_TAG(upper, name) Pair{MyHTML_TAG_##upper, HtmlTag::name}
  static constexpr std::array kPairs = {
      SAYSO_TAG(_TEXT, text),       SAYSO_TAG(A, a),                   SAYSO_TAG(ADDRESS, address), SAYSO_TAG(ARTICLE, article),
      SAYSO_TAG(ASIDE, aside),      SAYSO_TAG(AUDIO, audio),           SAYSO_TAG(BASE, base),        SAYSO_TAG(BLOCKQUOTE, blockquote),
      SAYSO_TAG(BODY, body),
      SAYSO_TAG(BR, br),            SAYSO_TAG(BUTTON, button),         SAYSO_TAG(CANVAS, canvas),   SAYSO_TAG(CAPTION, caption),
      SAYSO_TAG(CENTER, center),    SAYSO_TAG(CITE, cite),             SAYSO_TAG(DD, dd),           SAYSO_TAG(DETAILS, details),
      SAYSO_TAG(DIALOG, dialog),    SAYSO_TAG(DIV, div),               SAYSO_TAG(DL, dl),           SAYSO_TAG(DT, dt),
      SAYSO_TAG(FIELDSET, fieldset), SAYSO_TAG(FIGCAPTION, figcaption), SAYSO_TAG(FIGURE, figure),  SAYSO_TAG(FOOTER, footer),
      SAYSO_TAG(FORM, form),        SAYSO_TAG(H1, h1),                 SAYSO_TAG(H2, h2),           SAYSO_TAG(H3, h3),
      SAYSO_TAG(H4, h4),            SAYSO_TAG(H5, h5),                 SAYSO_TAG(H6, h6),           SAYSO_TAG(HEAD, head),
      SAYSO_TAG(HEADER, header),    SAYSO_TAG(HGROUP, hgroup),         SAYSO_TAG(HR, hr),           SAYSO_TAG(HTML, html),
      SAYSO_TAG(IFRAME, iframe),    SAYSO_TAG(IMG, img),               SAYSO_TAG(INPUT, input),     SAYSO_TAG(LABEL, label),
      SAYSO_TAG(LEGEND, legend),    SAYSO_TAG(LI, li),                 SAYSO_TAG(LINK, link),       SAYSO_TAG(MAIN, main),
      SAYSO_TAG(MENU, menu),        SAYSO_TAG(META, meta),             SAYSO_TAG(NAV, nav),         SAYSO_TAG(NOSCRIPT, noscript),
      SAYSO_TAG(OBJECT, object),    SAYSO_TAG(OL, ol),                 SAYSO_TAG(P, p),             SAYSO_TAG(PRE, pre),
      SAYSO_TAG(Q, q),              SAYSO_TAG(SCRIPT, script),         SAYSO_TAG(SECTION, section), SAYSO_TAG(SELECT, select),
      SAYSO_TAG(SPAN, span),        SAYSO_TAG(STYLE, style),           SAYSO_TAG(SUMMARY, summary), SAYSO_TAG(SUP, sup),
      SAYSO_TAG(TABLE, table),      SAYSO_TAG(TBODY, tbody),           SAYSO_TAG(TD, td),           SAYSO_TAG(TEMPLATE, template_),
      SAYSO_TAG(TEXTAREA, textarea), SAYSO_TAG(TFOOT, tfoot),          SAYSO_TAG(TH, th),           SAYSO_TAG(THEAD, thead),
      SAYSO_TAG(TIME, time),        SAYSO_TAG(TITLE, title),           SAYSO_TAG(TR, tr),           SAYSO_TAG(UL, ul),
      SAYSO_TAG(VIDEO, video)};
#undef SAYSO_TAG
  static const auto kTable = [] {
    std::array<HtmlTag, MyHTML_TAG_LAST_ENTRY> table{};
    for (const auto& [from, to] : kPairs) table[from] = to;
    return table;
  }();
  return static_cast<std::size_t>(id) < kTable.size() ? kTable[id] : HtmlTag::other;
}

struct Destroy {
  void operator()(myhtml_t* engine) const { myhtml_destroy(engine); }
  void operator()(myhtml_tree_t* tree) const { myhtml_tree_destroy(tree); }
};

// The parser's own memory, kept from page to page: making it anew costs more than reading a short text.
class Parser {
 public:
  // Null where it gives up. What it gives lives until done().
  myhtml_tree_t* parse(const std::string& page) {
    if (!tree_ && !make()) return nullptr;
    if (myhtml_parse(tree_.get(), MyENCODING_UTF_8, page.data(), page.size()) == MyHTML_STATUS_OK) return tree_.get();
    give_up();
    return nullptr;
  }
  // A large page's memory is given back.
  void done(std::size_t size) {
    if (size > kKept) give_up();
    else myhtml_tree_clean(tree_.get());
  }

 private:
  static constexpr std::size_t kKept = std::size_t{256} << 10;

  bool make() {
    engine_.reset(myhtml_create());
    if (!engine_ || myhtml_init(engine_.get(), MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) != MyHTML_STATUS_OK) return false;
    tree_.reset(myhtml_tree_create());
    if (tree_ && myhtml_tree_init(tree_.get(), engine_.get()) == MyHTML_STATUS_OK) return true;
    give_up();
    return false;
  }
  void give_up() {
    tree_.reset();
    engine_.reset();
  }

  std::unique_ptr<myhtml_t, Destroy> engine_;
  std::unique_ptr<myhtml_tree_t, Destroy> tree_;
};

Parser& thread_parser() {
  thread_local Parser parser;
  return parser;
}

// The end of white space (1 to 3 bytes) that begins at `at`, or `at`. Invisible characters set `invisible`.
std::size_t space_end(std::string_view text, std::size_t at, bool& invisible) {
  const auto rest = text.substr(at);
  invisible = false;
  if (rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r')) return at + 1;
  if ((rest[0] & 0x80) == 0) return at;
  if (rest.starts_with("\xc2\xa0")) return at + 2;
  invisible = rest.starts_with("\xc2\xad") || rest.starts_with("\xe2\x80\x8b") || rest.starts_with("\xef\xbb\xbf");
  if (invisible) return at + (rest[0] == '\xc2' ? 2 : 3);
  // En quad to hair space, narrow no-break space, line and paragraph separator, ideographic space.
  const bool wide = rest.starts_with("\xe2\x80") && rest.size() > 2 &&
                    (static_cast<unsigned char>(rest[2]) <= 0x8a || rest[2] == '\xaf' || rest[2] == '\xa8' || rest[2] == '\xa9');
  return wide || rest.starts_with("\xe3\x80\x80") ? at + 3 : at;
}

// Neither white space nor the first byte of any.
bool is_plain(char c) { return c > ' ' && (c & 0x80) == 0; }

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

}  // namespace

class HtmlTree::Builder {
 public:
  explicit Builder(HtmlTree& tree) : tree_(tree) {}

  void build(myhtml_tree_t* parsed) {
    myhtml_tree_node_t* node = myhtml_node_first(parsed);
    std::vector<std::uint32_t> open;
    while (node != nullptr) {
      open.push_back(add(node, open.empty() ? 0 : open.back()));
      if (myhtml_tree_node_t* child = myhtml_node_child(node)) {
        node = child;
        continue;
      }
      node = leave(node, open);
    }
  }

 private:
  // Goes up until there is something to the right; nullptr at the end.
  myhtml_tree_node_t* leave(myhtml_tree_node_t* node, std::vector<std::uint32_t>& open) {
    while (!open.empty()) {
      tree_.nodes_[open.back()].end = tree_.size();
      open.pop_back();
      if (myhtml_tree_node_t* next = myhtml_node_next(node)) return next;
      node = myhtml_node_parent(node);
      if (node == nullptr) return nullptr;
    }
    return nullptr;
  }

  std::uint32_t keep(const char* text, std::size_t size) {
    const auto begin = static_cast<std::uint32_t>(tree_.strings_.size());
    if (text == nullptr || size == 0) return begin;
    // The parser has been seen to split characters; nothing of its own is trusted.
    if (is_ascii({text, size}) || valid_utf8({text, size})) {
      tree_.strings_.append(text, size);
    } else {
      append_repaired_utf8({text, size}, tree_.strings_);
    }
    return begin;
  }
  std::uint32_t kept_since(std::uint32_t begin) const { return static_cast<std::uint32_t>(tree_.strings_.size()) - begin; }

  std::uint32_t add(myhtml_tree_node_t* node, std::uint32_t parent) {
    HtmlNode out;
    out.parent = parent;
    out.tag = tag_of(myhtml_node_tag_id(node));
    if (out.tag == HtmlTag::text) {
      std::size_t size = 0;
      const char* text = myhtml_node_text(node, &size);
      out.text_begin = keep(text, size);
      out.text_size = kept_since(out.text_begin);
      const auto raw = myhtml_node_raw_position(node);
      out.raw_begin = static_cast<std::uint32_t>(raw.begin);
      out.raw_size = static_cast<std::uint32_t>(raw.length);
    }
    out.attributes_begin = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (auto* a = myhtml_node_attribute_first(node); a != nullptr; a = myhtml_attribute_next(a)) add_attribute(a);
    out.attributes_end = static_cast<std::uint32_t>(tree_.attributes_.size());
    tree_.nodes_.push_back(out);
    return tree_.size() - 1;
  }

  void add_attribute(myhtml_tree_attr_t* attribute) {
    std::size_t name_size = 0;
    std::size_t value_size = 0;
    const char* name = myhtml_attribute_key(attribute, &name_size);
    const char* value = myhtml_attribute_value(attribute, &value_size);
    const auto known = name == nullptr ? std::nullopt : attribute_named({name, name_size});
    if (!known) return;
    Attribute out{};
    out.name = *known;
    out.value_begin = keep(value, value_size);
    out.value_size = kept_since(out.value_begin);
    tree_.attributes_.push_back(out);
  }

  HtmlTree& tree_;
};

Result<HtmlTree> HtmlTree::parse(std::string_view utf8, bool keep_places) {
  auto page = prepare_html(utf8, keep_places);
  if (!page) return tl::unexpected(page.error());
  HtmlTree tree;
  const std::string& text = page->text;
  if (text.empty()) return tree;
  Parser& parser = thread_parser();
  myhtml_tree_t* parsed = parser.parse(text);
  if (parsed == nullptr) return tl::unexpected(Error{ErrorCode::malformed, {}, "the HTML parser gave up"});
  tree.strings_.reserve(text.size());
  Builder(tree).build(parsed);
  parser.done(text.size());
  if (keep_places) tree.prepared_ = std::move(*page);
  return tree;
}

std::string_view HtmlTree::text(std::uint32_t node) const {
  return std::string_view(strings_).substr(nodes_[node].text_begin, nodes_[node].text_size);
}

std::string_view HtmlTree::attribute(std::uint32_t node, HtmlAttribute name) const {
  for (auto i = nodes_[node].attributes_begin; i < nodes_[node].attributes_end; ++i) {
    const Attribute& a = attributes_[i];
    if (a.name == name) return std::string_view(strings_).substr(a.value_begin, a.value_size);
  }
  return {};
}

bool HtmlTree::has_attribute(std::uint32_t node, HtmlAttribute name) const {
  for (auto i = nodes_[node].attributes_begin; i < nodes_[node].attributes_end; ++i) {
    if (attributes_[i].name == name) return true;
  }
  return false;
}

bool breaks_text(HtmlTag tag) {
  using enum HtmlTag;
  switch (tag) {
    case address: case article: case aside: case blockquote: case body: case caption: case center: case dd: case details:
    case dialog: case div: case dl: case dt: case fieldset: case figcaption: case figure: case footer: case form:
    case h1: case h2: case h3: case h4: case h5: case h6: case header: case hgroup: case hr: case html: case legend: case li:
    case main: case menu: case nav: case ol: case p: case pre: case section: case summary: case table: case tbody:
    case tfoot: case thead: case tr: case ul:
      return true;
    default: return false;
  }
}

std::string HtmlTree::all_text(std::uint32_t node, std::size_t max_bytes) const {
  std::string out;
  std::vector<std::uint32_t> ends;  // of the open elements across which no text goes on
  for (auto i = node; i < nodes_[node].end && out.size() < max_bytes; ++i) {
    for (; !ends.empty() && ends.back() <= i; ends.pop_back()) append_collapsed(out, " ");
    if (i > node && breaks_text(nodes_[i].tag)) {
      append_collapsed(out, " ");
      ends.push_back(nodes_[i].end);
    } else if (nodes_[i].tag == HtmlTag::text) {
      std::size_t size = std::min<std::size_t>(nodes_[i].text_size, max_bytes);
      while (size < nodes_[i].text_size && (text(i)[size] & 0xC0) == 0x80) ++size;
      append_collapsed(out, text(i).substr(0, size));
    } else if (nodes_[i].tag == HtmlTag::br) {
      append_collapsed(out, " ");
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::uint32_t HtmlTree::find(HtmlTag tag) const {
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (nodes_[i].tag == tag) return i;
  }
  return size();
}

void append_collapsed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    // A space between two words is copied with them.
    while (at < text.size() && (is_plain(text[at]) || (text[at] == ' ' && at > begin && at + 1 < text.size() && is_plain(text[at + 1])))) ++at;
    out.append(text, begin, at - begin);
    if (at == text.size()) return;
    bool invisible = false;
    const auto end = space_end(text, at, invisible);
    if (end == at) {
      out.push_back(text[at++]);
    } else {
      if (!invisible && !out.empty() && out.back() != ' ' && out.back() != '\n') out.push_back(' ');
      at = end;
    }
  }
}

}  // namespace sayso
