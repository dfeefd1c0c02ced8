#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::emit {

/// The tables of a TrueType font that its outlines stand in.
struct GlyfTables {
    std::string_view glyf, loca, head, maxp;
};

struct TransformedGlyf {
    std::string bytes;
    std::size_t size_unpacked = 0;               // FreeType reads no further
    std::vector<std::optional<int>> left_edges;  // by glyph: xMin; none: without an outline
};

/// Outlines as WOFF2 packs them (5.1, the transformed glyf table), in place of `glyf` and `loca`:
/// numbers of one kind together, which Brotli makes smaller. Outlines of glyphs that are not
/// `shown` and part of none are left out, unless it is empty. Nothing when the tables are damaged.
std::optional<TransformedGlyf> transformed_glyf(const GlyfTables& tables,
                                                const std::set<std::uint32_t>& shown);

/// A table `hmtx` as WOFF2 packs it (5.4): without the left side bearings, where they are the left
/// edges of the outlines. Nothing when one differs, or the table is damaged.
std::optional<std::string> transformed_hmtx(std::string_view hmtx, std::string_view hhea,
                                            const std::vector<std::optional<int>>& left_edges);

}  // namespace broadside::emit
