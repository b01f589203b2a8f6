// Text that the layout gives to somebody: a transcript's turn, a post. How it goes together with what the model found.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

struct Block {
  Attribution attribution;  // content in order, at least one piece
  TokenRange extent;        // content with its label or signature, and no other block's tokens
  bool is_signed = false;   // an account under it tells who wrote it
  bool exclusive = false;   // nobody outside can be its speaker: a turn. A post may be brought in by "Cole wrote:"
};

// Adds each block as a statement. What the model found inside a block with a cue of its own stays and ends where the block
// does; what merely repeats the block, or is a quotation in it that nobody is given for, goes. A post that a cue before it
// already brings in keeps that cue and source and gets the block's content. Blocks do not overlap. Linear.
void add_blocks(const Analysis& analysis, std::vector<Block> blocks, std::vector<Attribution>& attributions);

}  // namespace sayso
