#include "broadside/load/dataset_keys.hpp"
#include "broadside/load/drop_doubtful.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/read_cell.hpp"
#include "broadside/load/read_columns.hpp"
#include "broadside/load/read_sections.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/read_vocabularies.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/load/syntax/object_reader.hpp"

namespace broadside::load {

namespace {

model::NoteMarks read_marks(const Node& node, Report& report) {
    static constexpr Word<model::NoteMarks> kMarks[] = {{"ids", model::NoteMarks::Ids},
                                                        {"numbers", model::NoteMarks::Numbers},
                                                        {"letters", model::NoteMarks::Letters},
                                                        {"symbols", model::NoteMarks::Symbols}};
    return read_word(node, report, kMarks);
}

model::Note read_note(const Node& node, Report& report) {
    model::Note note;
    const ObjectReader object(node, kNoteKeys, report);
    object.read("id", note.id, read_id);
    object.read("text", note.text, read_nonempty_text);
    return note;
}

/// Rules of a band: every column with the value that it must have.
std::vector<std::pair<model::Reference, model::Reference>> read_conditions(const Node& node,
                                                                           Report& report) {
    std::vector<std::pair<model::Reference, model::Reference>> conditions;
    for (const NodeMember& member : id_members_of(node, report)) {
        conditions.emplace_back(model::Reference{member.key, member.node.pointer},
                                read_reference(member.node, report));
    }
    if (conditions.empty() && node.is(JsonType::Object)) {
        report.error(node.place(), {"empty-list",
                                    "expected at least one condition, got none",
                                    {"leave \"when\" out for a band that rows name themselves"}});
    }
    return conditions;
}

model::Band read_band(const Node& node, Report& report) {
    model::Band band;
    band.pointer = node.pointer;
    const ObjectReader object(node, kBandKeys, report);
    object.read("id", band.id, read_id);
    object.read("label", band.label, read_nonempty_text);
    object.read("tone", band.tone, read_tone);
    object.read("symbol", band.symbol, read_reference);
    object.read("when", band.when, read_conditions);
    return band;
}

model::Link read_link(const Node& node, Report& report) {
    model::Link link;
    const ObjectReader object(node, kLinkKeys, report);
    object.read("id", link.id, read_id);
    object.read("label", link.label, read_nonempty_text);
    object.read("url", link.url, read_link_url);
    object.read("text", link.text, read_nonempty_text);
    return link;
}

model::Imprint read_imprint(const Node& node, Report& report) {
    model::Imprint imprint;
    const ObjectReader object(node, kImprintKeys, report);
    object.read("publisher", imprint.publisher, read_text);
    object.read("source", imprint.source, read_text);
    object.read("licence", imprint.licence, read_text);
    object.read("date", imprint.date, read_text);
    object.read("remark", imprint.remark, read_text);
    return imprint;
}

/// A list of things with ids, each id once.
template <typename Item>
std::vector<Item> read_identified(const Node& node, Report& report,
                                  Item (*read)(const Node&, Report&)) {
    std::vector<Item> items;
    UniqueIds ids;
    for (const Node& item_node : items_of(node, report)) {
        Item item = read(item_node, report);
        if (const JsonMember* id = item_node.value->find("id")) {
            ids.add(item.id, {id->value.offset, item_node.pointer + "/id"}, report);
        }
        items.push_back(std::move(item));
    }
    return items;
}

std::map<std::string, model::Cell> read_shared_cells(const Node& node, Report& report) {
    std::map<std::string, model::Cell> cells;
    for (const NodeMember& member : id_members_of(node, report)) {
        cells.emplace(member.key, read_shared_cell(member.node, report));
    }
    return cells;
}

std::map<std::string, model::Text> read_texts(const Node& node, Report& report) {
    std::map<std::string, model::Text> texts;
    for (const NodeMember& member : id_members_of(node, report)) {
        texts.emplace(member.key, read_nonempty_text(member.node, report));
    }
    return texts;
}

model::Dataset read_dataset(const Node& node, Report& report) {
    model::Dataset dataset;
    const ObjectReader object(node, kDatasetKeys, report);
    if (const auto format = object.find("format")) read_format(*format, report);
    if (const auto schema = object.find("$schema")) read_string(*schema, report);
    object.read("id", dataset.id, read_id);
    object.read("language", dataset.language, read_language);
    object.read("title", dataset.title, read_nonempty_text);
    object.read("subtitle", dataset.subtitle, read_text);
    object.read("author", dataset.author, read_text);
    object.read("description", dataset.description, read_text);
    object.read("digits", dataset.zero_digit, read_digits);
    object.read("values", dataset.vocabularies, read_vocabularies);
    object.read("spanners", dataset.spanners, read_spanners);
    object.read("cells", dataset.cells, read_shared_cells);
    object.read("marks", dataset.marks, read_marks);
    object.read("texts", dataset.texts, read_texts);
    object.read("imprint", dataset.imprint, read_imprint);
    if (const auto notes = object.find("notes"))
        dataset.notes = read_identified(*notes, report, read_note);
    if (const auto bands = object.find("bands"))
        dataset.bands = read_identified(*bands, report, read_band);
    if (const auto links = object.find("links"))
        dataset.links = read_identified(*links, report, read_link);
    ColumnsRead columns;
    object.read("columns", columns, read_columns);
    if (const auto sections = object.find("sections")) {
        dataset.sections = read_sections(*sections, report, columns);
    }
    dataset.columns = std::move(columns.columns);
    return dataset;
}

}  // namespace

std::optional<model::Dataset> load_dataset(const Source& source, std::vector<Diagnostic>& errors) {
    const std::string_view text = without_byte_order_mark(source.bytes);
    Report report(source.name, text);
    std::optional<model::Dataset> dataset;
    if (const auto root = parse_json(text, report)) {
        dataset = read_dataset({&*root, ""}, report);
        dataset->file = source.name;
        if (report.count() > 0) drop_doubtful_references(*root, *dataset);
    }
    for (Diagnostic& error : std::move(report).errors()) errors.push_back(std::move(error));
    return dataset;
}

Result<model::Dataset> load_dataset(const Source& source) {
    std::vector<Diagnostic> errors;
    auto dataset = load_dataset(source, errors);
    if (!dataset || !errors.empty()) return errors;
    return *std::move(dataset);
}

}  // namespace broadside::load
