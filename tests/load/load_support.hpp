#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "broadside/base/diagnostic.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/places.hpp"
#include "support/source_places.hpp"

namespace broadside::load {

using test::file_of;

inline std::string pointer_of(SourcePlace place) { return file_places({place}).front().pointer; }

/// The diagnostics as the user sees them on one line each.
inline std::vector<std::string> short_strings(const Diagnostics& diagnostics) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics) lines.push_back(to_short_string(diagnostic));
    return lines;
}

template <typename T>
std::vector<std::string> problems_of(const Result<T>& result) {
    return short_strings(result.diagnostics());
}

/// The smallest dataset with one member more or instead.
inline std::string dataset_with(const std::string& columns, const std::string& rows,
                                const std::string& more = "") {
    return R"({"format": 1, "id": "d", "language": "fr", "title": "T", )" + more +
           R"("columns": [)" + columns + R"(], "sections": [{"id": "s", "rows": [)" + rows + "]}]}";
}

inline std::vector<std::string> dataset_problems(const std::string& json) {
    return problems_of(load_dataset({"d.json", json}));
}

inline std::string layout_with(const std::string& more) {
    return R"({"format": 1, "name": "x", "blocks": [{"kind": "table"}])" + more + "}";
}

inline model::Layout loaded_layout(const std::string& json) {
    auto layout = load_layout(file_of("l.json", json));
    EXPECT_TRUE(layout.ok()) << ::testing::PrintToString(problems_of(layout));
    return layout ? std::move(layout).value() : model::Layout{};
}

inline std::vector<std::string> layout_problems(const std::string& json) {
    return problems_of(load_layout({"l.json", json}));
}

}  // namespace broadside::load
