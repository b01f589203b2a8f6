// Statements in reading order with nested ones after the one that they stand in.
#pragma once

#include <cstdint>
#include <vector>

#include "sayso/statement.h"

namespace sayso::formats {

struct TreeNode {
  std::uint32_t statement = 0;  // index
  std::uint32_t depth = 0;      // 0: stands in no other
};

// Every statement once, whatever the parents are. Linear.
std::vector<TreeNode> in_tree_order(const std::vector<Statement>& statements);

}  // namespace sayso::formats
