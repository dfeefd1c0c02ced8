#pragma once

#include <string>
#include <vector>

#include "support/passages.hpp"
#include "support/program.hpp"

namespace broadside::testing {

inline constexpr char kCards[] = R"json({"format": 1, "id": "cards", "language": "en",
  "title": "{name}", "subtitle": "Room {room}, from {day}",
  "records": {
    "id": {"key": true},
    "name": {"required": true},
    "room": {"default": "A"},
    "day": {"type": "date", "default": "2026-11-27"},
    "dose": {"type": "number"},
    "remark": {"type": "rich"},
    "site": {"type": "url"},
    "rings": {"default": "yes"}
  },
  "values": {"rings": {"values": {"yes": {"label": "has rings", "symbol": "yes"},
                                  "no": {"label": "none", "text": "none at all"}}}},
  "columns": [{"id": "planet", "kind": "name", "title": "Planet"},
              {"id": "note", "kind": "text", "title": "Note", "empty": "nothing to note"},
              {"id": "dose", "kind": "number", "title": "Dose", "unit": "mg", "empty": "no dose"},
              {"id": "rings", "kind": "symbol", "values": "rings", "title": "Rings"}],
  "sections": [{"id": "all", "rows": [
    {"id": "own", "planet": "Own {name}",
     "note": "Of **{name}**, {dose} [here](https://x.org/{name}?a=1)",
     "dose": {"record": "dose"}, "rings": {"record": "rings"}},
    {"id": "all", "planet": ["All", "{room}"], "note": {"record": "remark"}, "dose": 2.5,
     "rings": "no"}]}],
  "links": [{"id": "site", "label": "Site", "url": "{site}"},
            {"id": "own", "label": "Own", "url": "https://x.org/p/{id}"}],
  "imprint": {"remark": "Braces: {{name}}, { name }"}})json";

inline constexpr char kCardLayout[] = R"({"format": 1, "name": "card",
  "page": {"size": "A5", "orientation": "landscape", "margin": "10mm"},
  "blocks": [{"kind": "header"}, {"kind": "table"}, {"kind": "links"}, {"kind": "imprint"}],
  "fit": {"pages": 1}})";

/// The built program, and a dataset that takes records.
class RecordsTest : public ProgramTest {
protected:
    RecordsTest() {
        folder.write("cards/dataset.json", kCards);
        folder.write("cards/layouts/card.json", kCardLayout);
        folder.write("cards/symbols/yes.svg", kTinySymbol);
    }

    /// Builds pages named by their keys, as HTML where `options` do not say otherwise.
    ProgramRun build(const std::string& records, const std::string& options = "-f html",
                     const std::string& file = "r.csv") const {
        folder.write(file, records);
        return run("build cards -l card -o 'out/{record}.{ext}' --records " + file + " " + options);
    }

    std::string page(const std::string& key) const { return folder.read("out/" + key + ".html"); }

    std::vector<std::string> made() const {
        std::vector<std::string> names;
        for (std::string& name : folder.names()) {
            if (name.starts_with("out/") && name.find("/manifest") == name.npos)
                names.push_back(name.substr(4));
        }
        return names;
    }

    void replace_in(const std::string& file, const std::string& passage,
                    const std::string& replacement) const {
        folder.write(file, replaced(folder.read(file), passage, replacement));
    }
};

}  // namespace broadside::testing
