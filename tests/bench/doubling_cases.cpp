#include "bench/doubling_cases.hpp"

#include <functional>

#include <fmt/format.h>

namespace broadside::bench {

namespace {

using testing::TemporaryFolder;

/// `item` for each number below `count`, with `separator` between.
std::string repeated(std::size_t count, std::string_view separator,
                     const std::function<std::string(std::size_t)>& item) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += separator;
        text += item(i);
    }
    return text;
}

struct Parts {
    std::string columns = R"({"id": "name", "kind": "name", "title": "Name"},
    {"id": "what", "kind": "text", "title": "What"},
    {"id": "good", "kind": "symbol", "values": "choice", "title": "Good"})";
    std::string rows = R"({"id": "r0", "name": "First", "what": "Words", "good": "yes"})";
    std::string values = R"("yes": {"label": "good", "symbol": "yes"})";
    std::string more = "";  // members of the dataset
};

std::string dataset_of(const Parts& parts) {
    return fmt::format(R"({{"format": 1, "id": "many", "language": "en", "title": "Many",{}
  "values": {{"choice": {{"values": {{{}}}}}}},
  "columns": [{}],
  "sections": [{{"id": "all", "rows": [
{}]}}]}})",
                       parts.more, parts.values, parts.columns, parts.rows);
}

std::string rows(std::size_t count, std::string_view cells) {
    return repeated(count, ",\n", [cells](std::size_t i) {
        return fmt::format(R"({{"id": "r{0}", "name": "Name {0}", {1}}})", i,
                           fmt::format(fmt::runtime(cells), i));
    });
}

void write_dataset(const TemporaryFolder& folder, const Parts& parts) {
    folder.write("dataset.json", dataset_of(parts));
    folder.write("long.json", R"({"format": 1, "name": "long",
  "page": {"size": "A4", "margin": "10mm"},
  "blocks": [{"kind": "header"}, {"kind": "legend"}, {"kind": "table"}, {"kind": "notes"}]})");
}

std::string cell_with(std::string_view text) {
    return fmt::format(R"({{"id": "r0", "name": "First", "what": "{}", "good": "yes"}})", text);
}

void write_jobs(const TemporaryFolder& folder, std::size_t count, std::string_view layout) {
    for (std::size_t i = 0; i < count; ++i)
        folder.write(fmt::format("d{}.json", i), dataset_of({}));
    folder.write("long.json", R"({"format": 1, "name": "long", "blocks": [{"kind": "table"}]})");
    folder.write(
        "broadside.json",
        fmt::format(
            "{{\"format\": 1, \"jobs\": [\n{}]}}", repeated(count, ",\n", [layout](std::size_t i) {
                return fmt::format(R"({{"dataset": "d{}.json", "layout": "{}", "format": "svg"}})",
                                   i, layout);
            })));
}

void jobs(const TemporaryFolder& folder, std::size_t count) {
    write_jobs(folder, count, "./long.json");
}

void wrong_jobs(const TemporaryFolder& folder, std::size_t count) {
    write_jobs(folder, count, "short");
}

void many_rows(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("what": "Words {}", "good": "yes")")});
}

void columns(const TemporaryFolder& folder, std::size_t count) {
    const auto ids = [](std::size_t i) {
        return fmt::format(R"({{"id": "c{}", "kind": "plain", "title": "C"}})", i);
    };
    const std::string cells =
        repeated(count, ", ", [](std::size_t i) { return fmt::format(R"("c{}": "1")", i); });
    write_dataset(folder, {.columns = repeated(count, ",\n", ids),
                           .rows = repeated(200, ",\n", [&cells](std::size_t i) {
                               return fmt::format(R"({{"id": "r{}", {}}})", i, cells);
                           })});
}

std::string notes_of(std::size_t count) {
    return fmt::format("\n\"marks\": \"numbers\", \"notes\": [{}],",
                       repeated(count, ",\n", [](std::size_t i) {
                           return fmt::format(R"({{"id": "n{0}", "text": "Note {0}"}})", i);
                       }));
}

void notes(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("what": {{"text": "Words", "notes": ["n{}"]}})"),
                           .more = notes_of(count)});
}

void unknown_notes(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("what": {{"text": "Words", "notes": ["m{}"]}})"),
                           .more = notes_of(count)});
}

void marks_in_one_cell(const TemporaryFolder& folder, std::size_t count) {
    const std::string marks =
        repeated(count, ", ", [](std::size_t i) { return fmt::format("\"n{}\"", i); });
    write_dataset(
        folder,
        {.rows = fmt::format(
             R"({{"id": "r0", "name": "First", "what": {{"text": "Words", "notes": [{}]}}}})",
             marks),
         .more = notes_of(count)});
}

void errors(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("what": "Words", "good": "maybe")")});
}

void misspelt_keys(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("whta": "Words", "good": "yes")")});
}

void stray_marks(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("what": "Words {} **without end")")});
}

void loose_marks(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = cell_with(repeated(count, " ", [](std::size_t i) {
                               return std::string(i % 2 == 0 ? "_a" : "b**");
                           }))});
}

void values(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("good": "v{}")"),
                           .values = repeated(count, ",\n", [](std::size_t i) {
                               return fmt::format(R"("v{0}": {{"label": "value {0}"}})", i);
                           })});
}

/// A legend that is too wide for its page until nearly all of it stands in one column.
void legend_entries(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = rows(count, R"("good": "v{}")"),
                           .values = repeated(count, ",\n", [](std::size_t i) {
                               return fmt::format(
                                   R"("v{0}": {{"label": "value {0}{1}", "symbol": "yes"}})", i,
                                   std::string(i % 50 == 0 ? 80 : 0, 'm'));
                           })});
}

void soft_hyphens(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = cell_with(repeated(
                               count, "\u00ad", [](std::size_t) { return std::string("ab"); }))});
}

void combining_marks(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {.rows = cell_with("a" + repeated(count, "", [](std::size_t) {
                                                 return std::string("\u0301");
                                             }))});
}

/// Tags of two letters and a region of three figures.
void locales(const TemporaryFolder& folder, std::size_t count) {
    write_dataset(folder, {});
    folder.write("long.json", R"({"format": 1, "name": "long", "fit": {"lock": true},
  "blocks": [{"kind": "header"}, {"kind": "table"}]})");
    for (std::size_t i = 0; i < count; ++i) {
        const std::string tag = fmt::format("de-{:03}", i);
        folder.write(fmt::format("locales/{}.json", tag),
                     fmt::format(R"({{"format": 1, "language": "{}", "translates": "many",
  "title": "Viele {}"}})",
                                 tag, i));
    }
}

void translations(const TemporaryFolder& folder, std::size_t count) {
    many_rows(folder, count);
    folder.write("locales/de.json",
                 fmt::format(R"({{"format": 1, "language": "de", "translates": "many", "rows": {{
{}}}}})",
                             repeated(count, ",\n", [](std::size_t i) {
                                 const char* const id = i % 2 == 0 ? "r" : "old";
                                 return fmt::format(R"("{}{}": {{"what": "Worte"}})", id, i);
                             })));
}

void write_records(const TemporaryFolder& folder, std::size_t count, std::string_view record) {
    write_dataset(folder, {.rows = cell_with("Words of {name}"),
                           .more = R"("records": {"name": {}, "size": {"type": "number"}},)"});
    folder.write("records.csv", "name,size\n" + repeated(count, "\n", [record](std::size_t i) {
                                    return fmt::format(fmt::runtime(record), i);
                                }));
}

void records(const TemporaryFolder& folder, std::size_t count) {
    write_records(folder, count, "Name {0},{0}");
}

void wrong_records(const TemporaryFolder& folder, std::size_t count) {
    write_records(folder, count, "Name {0},{0} mm");
}

const std::vector<std::string> kCheck = {"check", "dataset.json"};
const std::vector<std::string> kSet = {"check", "dataset.json", "-l", "./long.json"};

std::vector<std::string> build_records(const char* more) {
    return {"build",     "dataset.json", "-l", "./long.json",       "-j", "1", "-q",
            "--records", "records.csv",  "-o", "out/{record}.html", more};
}

}  // namespace

const std::vector<DoublingCase>& doubling_cases() {
    static const std::vector<DoublingCase> cases = {
        {"jobs", 250, 2000, jobs, {"build", "-j", "1", "--force"}},
        {"jobs, unchanged", 250, 8000, jobs, {"build", "-j", "1"}, 1},
        {"wrong jobs", 250, 8000, wrong_jobs, {"build"}},
        {"records", 1000, 16000, records, build_records("--force")},
        {"records, unchanged", 1000, 16000, records, build_records("-fhtml"), 1},
        {"wrong records", 1000, 32000, wrong_records, build_records("--force")},
        {"rows, checked", 1000, 32000, many_rows, kCheck},
        {"rows, set", 500, 4000, many_rows, kSet},
        {"columns of 200 rows", 32, 256, columns, kCheck},
        {"notes, checked", 1000, 16000, notes, kCheck},
        {"notes, set", 500, 4000, notes, kSet},
        {"unknown notes", 1000, 16000, unknown_notes, kCheck},
        {"marks in one cell", 250, 4000, marks_in_one_cell, kCheck},
        {"equal errors", 1000, 16000, errors, kCheck},
        {"misspelt keys", 1000, 16000, misspelt_keys, kCheck},
        {"stray marks", 1000, 16000, stray_marks, kCheck},
        {"loose marks in one cell", 1000, 16000, loose_marks, kCheck},
        {"values of a vocabulary", 1000, 16000, values, kCheck},
        {"entries of a legend", 1000, 8000, legend_entries, kSet},
        {"locales in a locked grid",
         50,
         400,
         locales,
         {"check", "dataset.json", "-l", "./long.json", "--lang", "all"}},
        {"soft hyphens in a word", 500, 8000, soft_hyphens, kSet},
        {"combining marks in a cell", 500, 8000, combining_marks, kSet},
        {"texts, i18n status", 500, 8000, translations, {"i18n", "status", "dataset.json"}},
        {"texts, i18n extract",
         500,
         8000,
         translations,
         {"i18n", "extract", "dataset.json", "--lang", "de", "-o", "-", "--to", "po"}},
    };
    return cases;
}

}  // namespace broadside::bench
