#include "broadside/starter.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/files/paths.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside {

namespace {

/// `{}`: the id.
constexpr char kDataset[] = R"(# The facts and the words. Every key: data/README.md of Broadside.
format: 1
id: {}
language: en                    # a BCP 47 tag: de, pt-BR, zh-Hant
title: Four ways to cross town
subtitle: From the station to the harbour, five kilometres

# What symbols stand for. The legend lists those that the page uses.
values:
  rating:
    label: When it rains
    values:
      yes: {{label: you stay dry, symbol: yes, tone: good}}
      partial: {{label: you need a coat, symbol: partial, tone: fair}}
      no: {{label: you get wet, symbol: no, tone: bad}}

columns:
  - {{id: way, kind: name, title: Way}}
  - {{id: rain, kind: symbol, values: rating, title: Rain}}
  - {{id: time, kind: number, title: Time, unit: min}}
  - {{id: price, kind: number, title: Price, unit: €}}
  - {{id: remarks, kind: text, title: Remarks}}     # **bold**, *italic*, _small_, [links](https://example.org)

marks: numbers                  # of notes: numbers, letters, symbols, or their ids
notes:
  - {{id: day, text: A day ticket costs 6.50.}}
  - {{id: hire, text: "First half-hour of a hired one, any station."}}

# What stands out, and when.
bands:
  - {{id: best, label: Our advice, tone: good, symbol: recommended, when: {{rain: partial}}}}

sections:
  - id: wheels
    title: On wheels
    rows:
      - id: tram
        way: {{names: [Tram], detail: line 4}}
        rain: yes
        time: 17
        price: {{number: 2.80, notes: [day]}}
        remarks: "Every ten minutes, **the last one at midnight**"
      - id: bicycle
        way: Bicycle
        rain: partial
        time: 19
        price: {{number: 1.00, notes: [hire]}}
        remarks: Along the river there is no hill
  - id: feet
    title: On foot
    rows:
      - {{id: river, way: By the river, rain: no, time: 62, price: 0, remarks: The longer and the nicer one}}
      - {{id: arcades, way: Under the arcades, rain: yes, time: 55, price: 0}}

imprint: {{publisher: The harbour office, date: May 2026}}
)";

constexpr char kLayout[] =
    R"(# The design. What is left out keeps its default; every key: layouts/README.md of Broadside.
format: 1
name: page
page: {size: A5, orientation: landscape, margin: 10mm}
blocks:
  - {kind: header}
  - {kind: legend}
  - kind: table
    columns:
      remarks: {width: 2fr}
  - {kind: notes, columns: 2}
  - {kind: imprint}
fit: {pages: 1}                 # type grows and shrinks until the page is filled
)";

/// Of letters, digits, `-`, `_` and `.`, as an id has to be.
std::string id_of(std::string name) {
    std::replace_if(name.begin(), name.end(), std::not_fn(unicode::is_of_id), '-');
    const bool has_letter =
        std::any_of(name.begin(), name.end(), [](char c) { return c != '-' && c != '.'; });
    return has_letter ? name : "comparison";
}

}  // namespace

Result<std::vector<std::string>> write_starter(const std::string& folder, FileStore& files,
                                               ByteSink& sink) {
    const std::vector<OutputFile> made = {
        {joined(folder, "dataset.yaml"), fmt::format(kDataset, id_of(stem_of(folder)))},
        {joined(folder, fmt::format("layouts/{}.yaml", kStarterLayout)), kLayout}};
    Diagnostics problems;
    std::vector<std::string> paths;
    for (const OutputFile& file : made) {
        if (files.is_file(file.path) || files.is_folder(file.path))
            problems.push_back(error("file-exists", "the file is there already",
                                     {"name a folder that is not there yet"})
                                   .at(FilePlace{file.path}));
        paths.push_back(file.path);
    }
    if (problems.empty()) problems = sink.write(made);
    if (!problems.empty()) return problems;
    return paths;
}

}  // namespace broadside
