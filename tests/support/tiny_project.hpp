#pragma once

#include <string>
#include <utility>

#include "broadside/job.hpp"
#include "support/memory_files.hpp"

namespace broadside::testing {

inline constexpr char kTinyDataset[] =
    R"({"format": 1, "id": "planets", "language": "en", "title": "Planets",
  "values": {"rings": {"values": {"yes": {"label": "has rings", "symbol": "yes"}}}},
  "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
              {"id": "rings", "kind": "symbol", "values": "rings", "title": "Rings"}],
  "sections": [{"id": "all", "rows": [{"id": "saturn", "planet": "Saturn", "rings": "yes"}]}]})";

inline constexpr char kTinyLayout[] = R"({"format": 1, "name": "plain",
  "blocks": [{"kind": "header"}, {"kind": "table"}]})";

inline constexpr char kTinySymbol[] =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4H20V20Z"/></svg>)";

/// A dataset, a layout and a symbol in memory, over the product's own fonts.
struct TinyProject {
    DiskFileStore disk;
    MemoryFileStore files;
    MemorySink sink;
    Job job;

    explicit TinyProject(std::string dataset = kTinyDataset, std::string layout = kTinyLayout) {
        files.below = &disk;
        files.files = {{"planets.json", std::move(dataset)},
                       {"layouts/plain.json", std::move(layout)},
                       {"symbols/yes.svg", kTinySymbol}};
        job.dataset = "planets.json";
        job.layouts = {"plain"};
        job.resources = {BROADSIDE_SOURCE_DIR};
    }
    TinyProject(const TinyProject&) = delete;
    TinyProject& operator=(const TinyProject&) = delete;
};

}  // namespace broadside::testing
