#pragma once

#include "broadside/load/fields.hpp"
#include "broadside/load/layout_parts.hpp"

/// What the tables of fields of several blocks say.
namespace broadside::load {

enum class BlockKind {
    Header,
    Legend,
    Table,
    Notes,
    Links,
    Imprint,
    RunningTitle,
    Text,
    Picture,
    Row
};

inline constexpr Word<BlockKind> kBlockKinds[] = {{"header", BlockKind::Header},
                                                  {"legend", BlockKind::Legend},
                                                  {"table", BlockKind::Table},
                                                  {"notes", BlockKind::Notes},
                                                  {"links", BlockKind::Links},
                                                  {"imprint", BlockKind::Imprint},
                                                  {"running-title", BlockKind::RunningTitle},
                                                  {"text", BlockKind::Text},
                                                  {"picture", BlockKind::Picture},
                                                  {"row", BlockKind::Row}};

template <BlockKind... kinds>
inline constexpr std::string_view kWordsOfKinds[] = {word_of(kBlockKinds, kinds)...};

/// What a block is; its reader was chosen by it.
template <typename Block, BlockKind... kinds>
constexpr Field<Block> kind_of_block() {
    return {{"kind", kRequired, {.words = kWordsOfKinds<kinds...>}, "Kind of the block."}};
}

inline constexpr Word<bool> kBreaks[] = {{"auto", false}, {"before", true}};

/// Read by `read_block`, for it is the same in all kinds.
template <typename Block>
constexpr Field<Block> break_of_block() {
    return {{"break",
             Presence::Optional,
             {.words = kWordsOf<kBreaks>},
             "before: it begins a page.",
             R"("auto")"}};
}

WidthRule read_width(const Node& node, Report& report);

inline constexpr ValueType<WidthRule> kWidth{read_width, {.definition = "width"}};

model::TableBlock read_table_block(const Node& node, Report& report);

std::vector<ObjectKeys> table_objects();

}  // namespace broadside::load
