#include "broadside/load/layout_parts.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/length.hpp"
#include "broadside/load/syntax/node.hpp"

namespace broadside::load {

namespace {

using model::Page;

enum class Orientation { Portrait, Landscape };

constexpr Word<Orientation> kOrientations[] = {{"portrait", Orientation::Portrait},
                                               {"landscape", Orientation::Landscape}};

Size read_named_size(const Node& node, Report& report) {
    const auto size = node.is(JsonType::String) ? find_page_size(node.text()) : std::nullopt;
    if (!size) {
        report_mismatch(node, report,
                        {"unknown-page-size", "a page size or {\"width\", \"height\"}",
                         word_hints(node.text(), page_size_names(), "page sizes")});
    }
    return size.value_or(Size{});
}

constexpr ObjectType kOwnSize{
    "size", "",
    std::array{
        required<&Size::width, kPageLength>("width", "Width of the page."),
        Field<Size>{{"height",
                     kRequired,
                     {.members = R"("anyOf": [{"const": "auto"}, {"$ref": "#/$defs/length"}])"},
                     "Height of the page; \"auto\" makes one page as high as its content."}}}};

void read_own_size(const Node& node, Report& report, Page& page) {
    page.size = {};
    const ObjectReader object = read_fields<kOwnSize>(node, report, page.size);
    const auto height = object.find("height");
    if (height && height->text() == "auto") {
        page.auto_height = true;
    } else if (height) {
        page.size.height = read_page_length(*height, report);
    }
}

void read_size(const Node& node, Report& report, Page& page) {
    if (node.is(JsonType::Object)) {
        read_own_size(node, report, page);
    } else {
        page.size = read_named_size(node, report);
    }
}

constexpr ObjectType kMargin{
    "margin", "",
    std::array{optional<&Insets::top, kSpace>("top", "Margin at the top."),
               optional<&Insets::right, kSpace>("right", "Margin at the right."),
               optional<&Insets::bottom, kSpace>("bottom", "Margin at the bottom."),
               optional<&Insets::left, kSpace>("left", "Margin at the left.")}};

void read_margin(const Node& node, Report& report, Page& page) {
    if (node.is(JsonType::Object)) {
        read_fields<kMargin>(node, report, page.margin);
    } else {
        const Pt margin = read_space(node, report);
        page.margin = {margin, margin, margin, margin};
    }
}

/// What a layout says of sheets, before the size of the cards is known.
struct SheetDesign {
    Page paper;
    std::optional<std::size_t> columns, rows;  // none: as many as fit
    Pt gap, margin;
    std::optional<bool> has_cut_marks;  // none: where there is room for them
};

/// Of a page, or of the sheet that several stand on.
constexpr Key kOrientationKey{"orientation",
                              Presence::Optional,
                              {.words = kWordsOf<kOrientations>},
                              "Of a sheet by name.",
                              R"("portrait")"};

constexpr auto& kCardCount = kCount<std::size_t, 1, limits::kMaxCardsPerSheet>;

constexpr ObjectType kPerSheet{
    "per_sheet", "Pages as cards in the middle of a sheet of paper.",
    std::array{
        Field<SheetDesign>{{"sheet",
                            Presence::Optional,
                            {.definition = "page_size"},
                            "The paper, by name, or its width and height.",
                            R"("A4")"},
                           [](const Node& node, Report& report, SheetDesign& design) {
                               read_size(node, report, design.paper);
                           }},
        Field<SheetDesign>{kOrientationKey},
        optional<&SheetDesign::columns, kCardCount>("columns", "Left out: as many as fit."),
        optional<&SheetDesign::rows, kCardCount>("rows", "Left out: as many as fit."),
        optional<&SheetDesign::gap, kSpace>("gap", "Between cards.", R"("0mm")"),
        optional<&SheetDesign::margin, kSpace>("margin", "At least, around all cards.", R"("0mm")"),
        optional<&SheetDesign::has_cut_marks, kFlag>(
            "cut_marks",
            "Left out: where there is room for them; true: an error where there is none.")}};

constexpr ObjectType kPage{
    "page", "",
    std::array{
        Field<Page>{{"size",
                     Presence::Optional,
                     {.definition = "page_size"},
                     "A sheet by name, or its width and height.",
                     R"("A4")"},
                    read_size},
        Field<Page>{kOrientationKey},
        Field<Page>{
            {"margin",
             Presence::Optional,
             {.members = R"("anyOf": [{"$ref": "#/$defs/length"}, {"$ref": "#/$defs/margin"}])"},
             "One length, or one for each side.",
             R"("12mm")"},
            read_margin},
        Field<Page>{{"per_sheet",
                     Presence::Optional,
                     {.definition = kPerSheet.name},
                     "Several pages as cards on a sheet of paper, to be cut."}}}};

/// `size_key`: of what is turned.
void apply_orientation(const ObjectReader& object, std::string_view size_key, Report& report,
                       Page& page) {
    const auto node = object.find("orientation");
    if (!node) return;
    const Orientation orientation = read_word(*node, report, kOrientations);
    const auto size = object.find(size_key);
    if (size && size->is(JsonType::Object)) {
        report.error(node->place(), {"misplaced-key",
                                     "unexpected orientation of a page given by width and height",
                                     {"swap width and height instead"}});
    } else if (orientation == Orientation::Landscape) {
        std::swap(page.size.width, page.size.height);
    }
}

void check_margins(const Node& node, Report& report, const Page& page) {
    const bool too_wide = page.margin.left + page.margin.right >= page.size.width;
    const bool too_high =
        !page.auto_height && page.margin.top + page.margin.bottom >= page.size.height;
    if (!too_wide && !too_high) return;
    report.error(node.place(),
                 {"bad-margin", "expected margins smaller than the page, got none of it left"});
}

/// In hundredths of a millimetre that are enough.
double ruler(Pt length) { return std::ceil((length - kNearly) / millimetres(0.01)) / 100; }

/// One way across a sheet.
struct Across {
    std::string_view key;
    std::optional<std::size_t> count;
    Pt card, sheet;
};

/// How many cards stand there. An error where they do not fit.
std::size_t read_across(const Across& across, const SheetDesign& design, const ObjectReader& object,
                        const Node& node, Report& report) {
    const Pt room = across.sheet - design.margin * 2;
    const double most = std::floor((room + design.gap + kNearly) / (across.card + design.gap));
    const std::size_t count = across.count.value_or(static_cast<std::size_t>(std::max(most, 1.0)));
    const Pt needed = Imposition::extent(count, across.card, design.gap);
    if (!fits(needed, room))
        report.error(
            object.find(across.key).value_or(node).place(),
            {"bad-sheet",
             fmt::format("expected {} that fit between the margins of the sheet, got {} of {} mm, "
                         "which need {} mm more",
                         across.key, count, ruler(across.card), ruler(needed - room))});
    return count;
}

/// Cuts run down the sheet between columns, and at their sides where the sheet goes on there; their
/// marks stand above and below.
void check_room_for_marks(const Node& node, Report& report, const Imposition& sheet) {
    const auto check = [&](std::size_t count, Pt beside, Pt room, std::string_view where) {
        const Pt needed = kCutMarkGap + kLeastCutMark;
        const bool is_cut = count > 1 || !fits(beside, Pt(0));
        if (!is_cut || fits(needed, room)) return;
        report.error(
            node.place(),
            {"bad-sheet",
             fmt::format("expected room of {} mm for cut marks, got {:.2f} mm {} the cards",
                         ruler(needed), room / millimetres(1), where),
             {"false leaves them out"}});
    };
    const Size room = sheet.room();
    check(sheet.columns, room.width, room.height, "above and below");
    check(sheet.rows, room.height, room.width, "beside");
}

/// The cards are pages of that size.
Imposition read_per_sheet(const Node& node, Report& report, const Page& page) {
    SheetDesign design;
    design.paper.size = *find_page_size("A4");
    const std::size_t errors_before = report.count();
    const ObjectReader object = read_fields<kPerSheet>(node, report, design);
    apply_orientation(object, "sheet", report, design.paper);
    const auto unexpected = [&](std::string_view what) {
        report.error(node.place(), {"bad-sheet", fmt::format("expected {} with a height, got "
                                                             "\"auto\"",
                                                             what)});
    };
    if (design.paper.auto_height) unexpected("a sheet");
    if (page.auto_height) unexpected("pages");
    Imposition sheet{design.paper.size, page.size};
    const bool has_cards = page.size.width > Pt(0) && page.size.height > Pt(0);
    if (report.count() != errors_before || !has_cards) return sheet;
    sheet.gap = design.gap;
    sheet.columns = read_across({"columns", design.columns, page.size.width, sheet.sheet.width},
                                design, object, node, report);
    sheet.rows = read_across({"rows", design.rows, page.size.height, sheet.sheet.height}, design,
                             object, node, report);
    sheet.has_cut_marks = design.has_cut_marks.value_or(true);
    if (report.count() != errors_before) return sheet;
    if (sheet.cards() > limits::kMaxCardsPerSheet)
        report.error(node.place(),
                     {"bad-sheet", fmt::format("expected at most {} cards on a sheet, got {}",
                                               limits::kMaxCardsPerSheet, sheet.cards())});
    if (const auto marks = object.find("cut_marks"); marks && sheet.has_cut_marks)
        check_room_for_marks(*marks, report, sheet);
    return sheet;
}

}  // namespace

model::Page read_page(const Node& node, Report& report, const model::Page& defaults) {
    model::Page page = defaults;
    const std::size_t errors_before = report.count();
    const ObjectReader object = read_fields<kPage>(node, report, page);
    apply_orientation(object, "size", report, page);
    if (report.count() == errors_before) check_margins(node, report, page);
    if (const auto per_sheet = object.find("per_sheet"))
        page.per_sheet = read_per_sheet(*per_sheet, report, page);
    return page;
}

std::vector<ObjectKeys> page_objects() {
    return {kObjectOf<kPage>, kObjectOf<kOwnSize>, kObjectOf<kMargin>, kObjectOf<kPerSheet>};
}

}  // namespace broadside::load
