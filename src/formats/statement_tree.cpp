#include "formats/statement_tree.h"

namespace sayso::formats {
namespace {

using Children = std::vector<std::vector<std::uint32_t>>;

// `root` and what hangs on it, each once.
void append_subtree(std::uint32_t root, const Children& children, std::vector<bool>& seen, std::vector<TreeNode>& out) {
  std::vector<TreeNode> open{{root, 0}};
  while (!open.empty()) {
    const TreeNode node = open.back();
    open.pop_back();
    if (seen[node.statement]) continue;
    seen[node.statement] = true;
    out.push_back(node);
    const auto& inner = children[node.statement];
    for (auto child = inner.rbegin(); child != inner.rend(); ++child) open.push_back({*child, node.depth + 1});
  }
}

}  // namespace

std::vector<TreeNode> in_tree_order(const std::vector<Statement>& statements) {
  const auto count = static_cast<std::uint32_t>(statements.size());
  const auto has_parent = [&](std::uint32_t i) { return statements[i].parent && *statements[i].parent < count; };
  Children children(count);
  for (std::uint32_t i = 0; i < count; ++i)
    if (has_parent(i)) children[*statements[i].parent].push_back(i);

  std::vector<bool> seen(count);
  std::vector<TreeNode> out;
  for (std::uint32_t i = 0; i < count; ++i)
    if (!has_parent(i)) append_subtree(i, children, seen, out);
  for (std::uint32_t i = 0; i < count; ++i)
    if (!seen[i]) append_subtree(i, children, seen, out);  // parents in a ring
  return out;
}

}  // namespace sayso::formats
