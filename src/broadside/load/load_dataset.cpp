#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/load/dataset_parts.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/file_format.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/read_cell.hpp"
#include "broadside/load/records/record_fields.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::load {

namespace {

using model::Band;
using model::Dataset;
using model::Imprint;
using model::Link;
using model::Note;
using model::NoteMarks;

constexpr Word<NoteMarks> kMarks[] = {{"ids", NoteMarks::Ids},
                                      {"numbers", NoteMarks::Numbers},
                                      {"letters", NoteMarks::Letters},
                                      {"symbols", NoteMarks::Symbols}};

constexpr ObjectType kNote{
    "note", "",
    std::array{required<&Note::id, kId>("id", "Its mark, where marks are ids."),
               required<&Note::text, kNonemptyText>("text", "Rich text."),
               optional<&Note::is_general, kFlag>(
                   "general", "On the whole page: it has no mark and stands before the others.",
                   "false")}};

/// Whether what lies there is the dataset's own: no file of the machine gets into a page that is
/// made of somebody else's dataset.
bool is_below_folder(std::string_view path) {
    return !path.starts_with('/') && !contains(unicode::split(path, '/'), "..");
}

model::Text read_picture_file(const Node& node, Report& report) {
    model::Text file = read_nonempty_text(node, report);
    if (is_below_folder(file.text)) return file;
    report_mismatch(node, report,
                    {"bad-path",
                     "the path of a file below the dataset's folder",
                     {"copy the picture there, and write \"logos/signal.png\""}});
    return {"", file.place};
}

constexpr ValueType<model::Text> kPictureFile{
    read_picture_file,
    {.members = R"("type": "string", "pattern": "[^ \n]", )"
                R"("not": {"pattern": "^/|(^|/)[.][.](/.*)?$"})"}};

constexpr ObjectType kPicture{
    "picture", "A PNG, a JPEG or an SVG.",
    std::array{required<&model::Picture::file, kPictureFile>(
                   "file", "Its path, seen from the dataset's folder and below it."),
               required<&model::Picture::alt, kText>(
                   "alt", "What it shows, for who does not see it; \"\" where it only decorates."),
               optional<&model::Picture::url, kLinkUrl>(
                   "url", "Where it leads, beside no words that lead elsewhere.")},
    R"("anyOf": [{"not": {"required": ["url"]}}, {"properties": {"alt": {"minLength": 1}}}])"};

std::vector<model::Picture> read_pictures(const Node& node, Report& report) {
    std::vector<model::Picture> pictures = read_by_id<kPicture>(node, report);
    for (const model::Picture& picture : pictures) {
        if (!picture.url.empty() && picture.alt.empty() && picture.alt.place)
            report.error(picture.url.place,
                         {"link-without-words",
                          "expected an \"alt\" that says where the picture leads, got none"});
    }
    return pictures;
}

constexpr ValueType<std::vector<model::Picture>> kPictures{
    read_pictures, {.definition = "picture", .shape = Schema::Shape::ById}};

constexpr ObjectType kValue{
    "value", "One word of a vocabulary.",
    std::array{
        required<&model::Value::label, kNonemptyText>("label",
                                                      "Printed beside the symbol in the legend."),
        optional<&model::Value::alt, kNonemptyText>(
            "alt", "Spoken in place of the symbol; by default the label."),
        optional<&model::Value::text, kNonemptyText>(
            "text", "Printed in the cell where there is no symbol."),
        optional<&model::Value::symbol, kReference>("symbol",
                                                    "Name of a symbol file, without \".svg\"."),
        optional<&model::Value::tone, kTone>("tone"),
        optional<&model::Value::is_translated, kFlag>(
            "translate", "false: its text is a code that is the same in every language.", "true")}};

std::vector<model::Value> read_values(const Node& node, Report& report) {
    std::vector<model::Value> values = read_by_id<kValue>(node, report);
    if (values.empty() && node.is(JsonType::Object))
        report.error(node.place(), {"empty-list", "expected at least one value, got none"});
    return values;
}

constexpr ValueType<std::vector<model::Value>> kValues{
    read_values, {.definition = "value", .shape = Schema::Shape::ById, .least = 1}};

constexpr ObjectType kVocabulary{
    "vocabulary", "Words that cells choose from.",
    std::array{optional<&model::Vocabulary::label, kNonemptyText>(
                   "label", "Heads the vocabulary's group in the legend."),
               required<&model::Vocabulary::values, kValues>(
                   "values", "The values, by id, in the legend's order.")}};

constexpr ValueType<std::vector<model::Vocabulary>> kVocabularies{
    read_by_id<kVocabulary>, {.definition = "vocabulary", .shape = Schema::Shape::ById}};

/// Rules of a band: every column with the value that it must have.
std::vector<std::pair<model::Reference, model::Reference>> read_conditions(const Node& node,
                                                                           Report& report) {
    std::vector<std::pair<model::Reference, model::Reference>> conditions;
    for (const NodeMember& member : id_members_of(node, report)) {
        conditions.emplace_back(model::Reference{member.key, member.node.place()},
                                read_reference(member.node, report));
    }
    if (conditions.empty() && node.is(JsonType::Object)) {
        report.error(node.place(), {"empty-list",
                                    "expected at least one condition, got none",
                                    {"leave \"when\" out for a band that rows name themselves"}});
    }
    return conditions;
}

constexpr ValueType<std::vector<std::pair<model::Reference, model::Reference>>> kConditions{
    read_conditions, {.definition = "id", .shape = Schema::Shape::ById, .least = 1}};

constexpr ObjectType kBand{
    "band", "",
    std::array{
        required<&Band::id, kId>("id"),
        required<&Band::label, kNonemptyText>("label", "In the legend."),
        optional<&Band::tone, kTone>("tone"),
        optional<&Band::symbol, kReference>("symbol", "Name of a symbol file, without \".svg\"."),
        optional<&Band::when, kConditions>(
            "when", "Column and the value that a row must have in it, for all of them.")}};

constexpr ObjectType kLink{
    "link", "",
    std::array{required<&Link::id, kId>("id"),
               required<&Link::label, kNonemptyText>("label", "What the link leads to."),
               required<&Link::url, kLinkUrl>("url", "http, https, mailto or tel."),
               optional<&Link::text, kNonemptyText>(
                   "text", "Printed; by default the URL without its scheme.")}};

constexpr ObjectType kImprint{
    "imprint", "The line at the page's foot.",
    std::array{optional<&Imprint::publisher, kText>("publisher", "Who publishes."),
               optional<&Imprint::source, kText>("source", "Where the facts come from."),
               optional<&Imprint::licence, kText>("licence", "Licence of the page."),
               optional<&Imprint::date, kText>("date", "Date of the page, as printed."),
               optional<&Imprint::remark, kText>("remark", "Anything else.")}};

template <auto read>
auto read_map(const Node& node, Report& report) {
    std::map<std::string, decltype(read(node, report))> values;
    for (const NodeMember& member : id_members_of(node, report))
        values.emplace(member.key, read(member.node, report));
    return values;
}

constexpr ValueType<std::map<std::string, model::Cell>> kSharedCells{
    read_map<read_shared_cell>,
    {.definition = "shared_cell_or_text", .shape = Schema::Shape::ById}};
constexpr ValueType<std::map<std::string, model::Text>> kTexts{
    read_map<read_nonempty_text>, {.members = kNonemptySchema, .shape = Schema::Shape::ById}};

constexpr ObjectType kDataset{
    "", "The facts of a comparison and the words of one language; no design.",
    std::array{
        Field<Dataset>{kSchemaKey},
        Field<Dataset>{kFormatKey},
        required<&Dataset::id, kId>("id", "Names the dataset in output file names."),
        required<&Dataset::language, kLanguage>(
            "language",
            "BCP 47 tag of all strings: \"fr\", \"zh-Hant\". Former tags mean those of today, "
            "everywhere: \"iw\" is \"he\"."),
        optional<&Dataset::zero_digit, kDigits>("digits",
                                                "Digits of the numbers that the program sets, as 1 "
                                                "in a note's mark: CLDR's name of the "
                                                "numbering system.",
                                                R"("latn")"),
        required<&Dataset::title, kNonemptyText>("title", "The heading of the page."),
        optional<&Dataset::subtitle, kText>("subtitle", "Below the title."),
        optional<&Dataset::continued, kText>(
            "continued",
            "Behind a section's title that stands again on the next page, where the layout has "
            "that, and, on cards of HTML, what goes on from an earlier time; default: as usual in "
            "the language, \"(continued)\"."),
        optional<&Dataset::author, kText>("author", "Document metadata; not printed."),
        optional<&Dataset::description, kText>("description", "Document metadata; not printed."),
        optional<&Dataset::pictures, kPictures>("pictures", "Pictures, by id."),
        optional<&Dataset::logo, kReference>(
            "logo", "The picture that a layout's block of kind \"picture\" shows."),
        optional<&Dataset::vocabularies, kVocabularies>("values", "Vocabularies, by id."),
        Field<Dataset>{{"columns",
                        kRequired,
                        {.definition = "column",
                         .shape = Schema::Shape::List,
                         .least = 1,
                         .list_members = R"("maxItems": 256)"},
                        "The columns, in reading order."}},
        optional<&Dataset::spanners, kSpanners>("spanners", "Header cells over several columns."),
        optional<&Dataset::cells, kSharedCells>("cells",
                                                "Shared cells, by the id that \"ref\" names."),
        optional<&Dataset::marks, kOneOf<kMarks>>("marks", "What note marks look like.",
                                                  R"("ids")"),
        optional<&Dataset::notes, kIdentified<kNote>>("notes", "Footnotes."),
        optional<&Dataset::bands, kIdentified<kBand>>("bands", "Recommendations over whole rows."),
        Field<Dataset>{{"sections",
                        kRequired,
                        {.definition = "section", .shape = Schema::Shape::List, .least = 1},
                        "The rows, by section; at least one row in all."}},
        optional<&Dataset::texts, kTexts>(
            "texts",
            "Paragraphs, by the id that \"ref\" of a layout's text block names. Rich; a blank line "
            "separates paragraphs."),
        optional<&Dataset::links, kIdentified<kLink>>("links", "Links for further reading."),
        optional<&Dataset::imprint, kValueOf<kImprint>>("imprint"),
        optional<&Dataset::fields, kRecordFields>(
            "records",
            "Fields, by id, of the records that a page each is made of: {field} in a text stands "
            "for what a record says there.")}};

model::Dataset read_dataset(const Node& node, Report& report) {
    model::Dataset dataset;
    if (node.value->find("records")) report.expect_gaps();
    const ObjectReader object = read_fields<kDataset>(node, report, dataset);
    read_file_keys(object, report);
    dataset.language_place = object.find("language").value_or(node).place();
    ColumnsRead columns;
    object.read("columns", columns, read_columns);
    if (const auto sections = object.find("sections"))
        dataset.sections = read_sections(*sections, report, columns);
    dataset.columns = std::move(columns.columns);
    if (report.count() > 0) drop_doubtful_references(*node.value, dataset);
    return dataset;
}

constexpr Definition kDatasetDefinitions[] = {
    kIdDefinition,
    {"tone", "", "How it is meant; the layout decides the colour.", kWordsOf<model::kTones>},
    {"date", R"("type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")",
     "2022, 2022-01 or 2022-01-31."},
    {"dates",
     R"("type": "string", "pattern": "^([0-9]{4}(/[0-9]{4})?|[0-9]{4}-[0-9]{2}(/[0-9]{4}-)"
     R"([0-9]{2})?|[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)$")",
     "A date, or the first and the last of a range: 2022-01/2022-03."},
    {"figure", R"("type": ["number", "string"], "pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$")",
     "A number; between quotes from what would write 3.6 for 3.60."},
    {"names",
     R"("anyOf": [{"type": "string", "pattern": "[^ \\n]"}, )"
     R"({"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "[^ \\n]"}}])",
     "One name or several."},
    {"cell_or_value",
     R"("anyOf": [{"type": ["string", "number"]}, {"type": "array", "minItems": 1, )"
     R"("items": {"type": "string", "pattern": "[^ \\n]"}}, {"$ref": "#/$defs/cell"}])",
     "A cell, or what is most of it."},
    {"shared_cell_or_text", R"("anyOf": [{"type": "string"}, {"$ref": "#/$defs/shared_cell"}])",
     "A shared cell, or its text."}};

std::string column_id_schema() {
    std::vector<std::string> names;
    for (const Key& key : row_keys()) names.push_back(fmt::format(R"("{}")", key.name));
    return fmt::format(R"("allOf": [{{"$ref": "#/$defs/id"}}, {{"not": {{"enum": [{}]}}}}])",
                       fmt::join(names, ", "));
}

}  // namespace

std::optional<model::Dataset> load_dataset(const SourceFile& source, Diagnostics& errors) {
    return load_json(source, read_dataset, dataset_format, errors);
}

Result<model::Dataset> load_dataset(const SourceFile& source) {
    return load_json(source, read_dataset, dataset_format);
}

std::span<const Key> dataset_keys() { return kKeysOf<kDataset>; }

FileFormat dataset_format() {
    FileFormat format{"Broadside dataset", {kObjectOf<kDataset>}, {}};
    const auto add = [&](const std::vector<ObjectKeys>& objects) {
        format.objects.insert(format.objects.end(), objects.begin(), objects.end());
    };
    add({kObjectOf<kPicture>});
    add({kObjectOf<kVocabulary>, kObjectOf<kValue>});
    add(column_objects());
    add(section_objects());
    add(cell_objects());
    add({kObjectOf<kNote>, kObjectOf<kBand>, kObjectOf<kLink>, kObjectOf<kImprint>});
    add({record_field_object()});
    format.definitions.assign(std::begin(kDatasetDefinitions), std::end(kDatasetDefinitions));
    static const std::string column_id = column_id_schema();
    format.definitions.push_back({"column_id", column_id, "An id that is no key of a row."});
    return format;
}

}  // namespace broadside::load
