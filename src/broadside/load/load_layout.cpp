#include <iterator>

#include "broadside/base/limits.hpp"
#include "broadside/load/default_layout.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/file_format.hpp"
#include "broadside/load/layout_parts.hpp"
#include "broadside/load/length.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/load_json.hpp"

namespace broadside::load {

namespace {

using model::Fit;
using model::Layout;
using model::LinkAddresses;
using model::NoteMarkForm;

std::vector<FitRung> read_order(const Node& node, Report& report) {
    std::vector<FitRung> order;
    UniqueIds words;
    for (const Node& item : items_of(node, report)) {
        order.push_back(read_word(item, report, kFitRungs));
        words.add(std::string(item.text()), item.place(), report);
    }
    return order;
}

/// 0: any.
int read_pages(const Node& node, Report& report) {
    if (node.is(JsonType::String) && node.text() == "any") return 0;
    if (node.is(JsonType::String)) {
        report_mismatch(node, report, {"bad-number", "a whole number, or \"any\"", {}});
        return 1;
    }
    return static_cast<int>(read_count(node, report, {1, limits::kMaxFitPages}));
}

constexpr ValueType<int> kPages{read_pages, {.members = R"("anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 1000}, {"const": "any"}])"}};
static_assert(limits::kMaxFitPages == 1000);

constexpr ValueType<std::vector<FitRung>> kOrder{read_order,
                                                 {.words = kWordsOf<kFitRungs>,
                                                  .shape = Schema::Shape::List,
                                                  .list_members = R"("uniqueItems": true)"}};

constexpr ObjectType kFit{
    "fit", "Fill the pages exactly.",
    std::array{
        optional<&Fit::pages, kPages>("pages",
                                      "The most that may be used, or any: one that holds all is "
                                      "filled, else it takes as many as it takes.",
                                      "1"),
        optional<&Fit::min_font, kSize>("min_font", "Smallest type of the page.", R"("6.5pt")"),
        Field<Fit>{{"max_font", Presence::Optional, kSize.schema,
                    "Largest type of the cells. Default: by the page, on A4 20pt."}},
        optional<&Fit::order, kOrder>(
            "order", "Steps to take when the content is too long, one after the other."),
        optional<&Fit::row_space, kSpace>(
            "row_space", "The most that each row gets to fill the page.", R"("24pt")"),
        optional<&Fit::lock, kFlag>(
            "lock", "Set all languages of a job in one type size and one grid.", "false")}};

Fit read_fit(const Node& node, Report& report) {
    Fit fit;
    fit.place = node.place();
    const ObjectReader object = read_fields<kFit>(node, report, fit);
    const auto max_font = object.find("max_font");
    if (max_font) object.read("max_font", fit.max_font.emplace(fit.min_font), read_size);
    if (max_font && *fit.max_font < fit.min_font) {
        report_mismatch(*max_font, report, {"bad-length", "a length of at least min_font"});
    }
    return fit;
}

constexpr Word<NoteMarkForm> kNoteMarks[] = {{"auto", NoteMarkForm::Auto},
                                             {"superscript", NoteMarkForm::Superscript},
                                             {"parenthesised", NoteMarkForm::Parenthesised}};

LinkAddresses read_link_addresses(const Node& node, Report& report) {
    if (node.is(JsonType::Boolean))
        return read_flag(node, report) ? LinkAddresses::Address : LinkAddresses::None;
    static constexpr Word<LinkAddresses> kWords[] = {{"none", LinkAddresses::None},
                                                     {"address", LinkAddresses::Address},
                                                     {"qr", LinkAddresses::Qr}};
    return read_word(node, report, kWords);
}

constexpr ValueType<LinkAddresses> kLinkAddresses{
    read_link_addresses, {.members = R"("enum": ["none", "address", "qr", true, false])"}};

constexpr ValueType<std::vector<model::Block>> kBlocks{
    read_blocks, {.definition = "block", .shape = Schema::Shape::List, .least = 1}};
constexpr ValueType<Fit> kFitValue{read_fit, {.definition = kFit.name}};

/// Where one part of the design names another.
constexpr Field<Layout> design_field(std::string_view name) {
    return {{name, Presence::Optional, {.definition = name}}};
}

constexpr ObjectType kLayout{
    "", "How a page looks, for any dataset.",
    std::array{
        Field<Layout>{kSchemaKey}, Field<Layout>{kFormatKey},
        required<&Layout::name, kId>("name", "Names the layout in output file names."),
        Field<Layout>{{"page", Presence::Optional, {.definition = "page"}},
                      [](const Node& node, Report& report, Layout& layout) {
                          layout.page = read_page(node, report, layout.page);
                      }},
        design_field("fonts"), design_field("palette"), design_field("styles"),
        design_field("spacing"), design_field("symbols"), design_field("rules"),
        optional<&Layout::link_addresses, kLinkAddresses>(
            "link_addresses",
            "For paper: address (or true) prints where words of cells, notes and texts lead; qr "
            "sets a QR code into cells instead.",
            R"("none")"),
        optional<&Layout::note_marks, kOneOf<kNoteMarks>>(
            "note_marks",
            "auto: letters in parentheses, figures and signs bare, but figures in parentheses in a "
            "table that has some behind numbers.",
            R"("auto")"),
        required<&Layout::blocks, kBlocks>("blocks", "What stands on the page, top to bottom."),
        optional<&Layout::fit, kFitValue>("fit")}};

Layout read_layout(const Node& node, Report& report) {
    Layout layout = default_layout();
    const ObjectReader object = read_fields<kLayout>(node, report, layout);
    read_file_keys(object, report);
    read_design(object, report, layout);
    layout.fonts_place = object.find("fonts").value_or(node).place();
    layout.blocks_place = object.find("blocks").value_or(node).place();
    return layout;
}

constexpr Definition kLayoutDefinitions[] = {
    kIdDefinition,
    {"length",
     R"("type": "string", "pattern": "^[+]?([0-9]+([.][0-9]*)?|[.][0-9]+)(pt|mm|cm|in|px)$")",
     "12mm, 8pt, 1.5cm, 0.5in or 96px."},
    {"colour", R"("type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$")",
     "#rgb or #rrggbb."},
    {"width",
     R"("anyOf": [{"enum": ["min-content", "max-content"]}, {"type": "string", "pattern": )"
     R"("^(fit-content[(].+[)]|[+]?[0-9.]+(fr|%|pt|mm|cm|in|px))$"}])",
     "A width in CSS words."},
    {"block_in_row",
     R"("anyOf": [{"$ref": "#/$defs/plain_block"}, {"$ref": "#/$defs/legend_block"}, )"
     R"({"$ref": "#/$defs/imprint_block"}, )"
     R"({"$ref": "#/$defs/picture_block"}, {"$ref": "#/$defs/table_block"}, )"
     R"({"$ref": "#/$defs/notes_block"}, {"$ref": "#/$defs/links_block"}, )"
     R"({"$ref": "#/$defs/text_block"}])",
     "A block of any kind but row."},
    {"block", R"("anyOf": [{"$ref": "#/$defs/block_in_row"}, {"$ref": "#/$defs/row_block"}])",
     "A block of any kind."}};

}  // namespace

std::optional<model::Layout> load_layout(const SourceFile& source, Diagnostics& errors) {
    return load_json(source, read_layout, layout_format, errors);
}

Result<model::Layout> load_layout(const SourceFile& source) {
    return load_json(source, read_layout, layout_format);
}

FileFormat layout_format() {
    FileFormat format{"Broadside layout", {kObjectOf<kLayout>}, {}};
    for (const auto& objects : {page_objects(), design_objects(), block_objects()})
        format.objects.insert(format.objects.end(), objects.begin(), objects.end());
    format.objects.push_back(kObjectOf<kFit>);
    format.definitions.assign(std::begin(kLayoutDefinitions), std::end(kLayoutDefinitions));
    format.definitions.push_back(
        {"any_colour", "", "A colour or a name of the palette.", kColourNames, "colour"});
    format.definitions.push_back({"page_size", "", "", page_size_names(), "size"});
    return format;
}

}  // namespace broadside::load
