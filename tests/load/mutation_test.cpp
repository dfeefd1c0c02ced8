#include <cstdint>

#include <gtest/gtest.h>

#include "load/load_support.hpp"

/// Whatever the bytes, loading ends with a value or with an error that has a place in the file.
namespace broadside::load {
namespace {

constexpr const char* kDataset = R"({"format": 1, "id": "d", "language": "fr", "title": "Té\n", // c
"values": {"v": {"values": {"yes": {"label": "Y", "symbol": "s", "tone": "good"}}}},
"columns": [{"id": "n", "kind": "name", "title": "N"}, {"id": "s", "kind": "symbol", "title": "S", "values": "v"}],
"cells": {"c": {"text": "x"}}, "notes": [{"id": "A", "text": "**a**"}], "bands": [{"id": "b", "label": "B", "when": {"s": "yes"}}],
"sections": [{"id": "s", "rows": [{"id": "r", "band": null, "n": {"names": ["\u00e9"]}, "s": {"value": "yes", "rowspan": 1}}]}]})";

constexpr const char* kLayout =
    R"json({"format": 1, "name": "l", "page": {"size": "A7", "margin": {"top": "12mm"},
"per_sheet": {"sheet": {"width": "200mm", "height": "250mm"}, "columns": 2, "gap": "2mm", "cut_marks": true}},
"palette": {"ink": "#123"}, "styles": {"cell": {"size": "8.5pt", "line_height": 1.25}}, "fit": {"pages": 1},
"blocks": [{"kind": "row", "widths": ["1fr", "fit-content(3mm)"], "blocks": [{"kind": "legend"}, {"kind": "notes"}]}]})json";

constexpr const char* kSymbol =
    R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><!-- c --><g fill="none" stroke="#123">
<path transform="rotate(45 1 2)" d="M8 10.5V7a4 4 0 0 1 8 0c1-1.5.5-2 3 3S1 2 3 4Q1 2 3 4T5 6z"/><rect width="16" height="10" rx="2"/>
<circle r="4"/><polygon points="1,2 3,4 5 6"/></g></svg>)svg";

constexpr const char* kManifest =
    R"({"format": 1, "families": [{"family": "F", "scripts": ["Latn"], "licence": "L",
"files": [{"weight": "bold", "file": "f.ttf", "index": 0}]}], "hyphenation": {"fr": {"file": "h"}}})";

template <typename T>
void expect_verdict(const Result<T>& result, const std::string& bytes) {
    if (result.ok()) return;
    ASSERT_TRUE(has_errors(result.diagnostics())) << bytes;
    for (const Diagnostic& diagnostic : result.diagnostics())
        ASSERT_GT(diagnostic.line, 0u) << bytes;
}

template <typename Load>
void expect_verdict_on_mutations(const std::string& valid, Load load) {
    ASSERT_TRUE(load(valid).ok());
    for (std::size_t length = 0; length < valid.size(); ++length) {
        const std::string cut = valid.substr(0, length);
        expect_verdict(load(cut), cut);
    }
    constexpr std::string_view kReplacements = "\"{}[],:0-.eM<>&/\\ \n\x01\xC3\xFF";
    std::uint32_t state = 1;
    for (int round = 0; round < 4000; ++round) {
        std::string bytes = valid;
        for (int change = 0; change <= round % 3; ++change) {
            state = state * 1664525u + 1013904223u;
            bytes[(state >> 8) % bytes.size()] = kReplacements[(state >> 4) % kReplacements.size()];
        }
        expect_verdict(load(bytes), bytes);
    }
}

TEST(Mutations, NeverBreakDatasets) {
    expect_verdict_on_mutations(kDataset, [](const std::string& bytes) {
        return load_dataset({"f", bytes});
    });
}

TEST(Mutations, NeverBreakLayouts) {
    expect_verdict_on_mutations(kLayout, [](const std::string& bytes) {
        return load_layout({"f", bytes});
    });
}

TEST(Mutations, NeverBreakSymbols) {
    expect_verdict_on_mutations(kSymbol, [](const std::string& bytes) {
        return load_symbol({"f", bytes}, "s");
    });
}

TEST(Mutations, NeverBreakManifests) {
    expect_verdict_on_mutations(kManifest, [](const std::string& bytes) {
        return load_font_manifest({"f", bytes});
    });
}

}  // namespace
}  // namespace broadside::load
