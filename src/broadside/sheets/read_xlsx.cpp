#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/sheets/archive.hpp"
#include "broadside/sheets/formulas.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/sheets/raised_text.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/sheets/symbol_fonts.hpp"
#include "broadside/sheets/xlsx_parts.hpp"
#include "broadside/sheets/xml_events.hpp"

namespace broadside::sheets {

namespace {

/// One worksheet.
class SheetReader final : public XmlHandler {
public:
    SheetReader(const Workbook& book, const Relations& relations, SheetBuilder& builder)
        : book_(book), relations_(relations), builder_(builder) {}

    std::size_t errors() const { return errors_; }
    std::size_t unsolved() const { return unsolved_; }
    /// Where icons stand in place of numbers.
    const std::vector<std::string>& icons() const { return icons_; }
    bool is_done() const override { return is_full_; }

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            row_ = whole_number(attributes.get("r")).value_or(row_ + 2) - 1;
            column_ = 0;
            if (is_true(attributes.get("hidden"))) builder_.hide_row(row_);
        } else if (name == "c") {
            begin_cell(attributes);
        } else if (name == "v" || name == "t") {
            is_text_ = !is_phonetic_;
        } else if (name == "f") {
            is_formula_ = has_formula_ = true;
        } else if (name == "rPh") {
            is_phonetic_ = true;
        } else if (name == "r") {
            is_raised_ = is_struck_ = false;
        } else if (name == "strike") {
            is_struck_ = attributes.get("val").empty() || is_true(attributes.get("val"));
        } else if (name == "vertAlign") {
            is_raised_ = attributes.get("val") == "superscript";
        } else if (name == "col") {
            const auto first = whole_number(attributes.get("min"));
            const auto last = whole_number(attributes.get("max"));
            if (first && last && *first > 0 && is_true(attributes.get("hidden")))
                builder_.hide_columns(*first - 1, *last - 1);
        } else if (name == "mergeCell") {
            if (const auto range = parse_range(attributes.get("ref")))
                builder_.cover(range->row, range->column, range->rows, range->columns);
        } else if (name == "conditionalFormatting") {
            range_ = attributes.get("sqref");
        } else if (name == "iconSet") {
            const std::string_view shows = attributes.get("showValue");
            if (!shows.empty() && !is_true(shows) && !contains(icons_, range_))
                icons_.push_back(range_);
        } else if (name == "hyperlink") {
            const auto range = parse_range(attributes.get("ref"));
            const auto target = relations_.find(std::string(attributes.get("r:id")));
            if (range && target != relations_.end())
                builder_.link(range->row, range->column, target->second.target);
        }
    }

    void end(std::string_view name) override {
        if (name == "v" || name == "t") is_text_ = false;
        if (name == "f") is_formula_ = false;
        if (name == "rPh") is_phonetic_ = false;
        if (name == "c") end_cell();
    }

    void text(std::string_view characters) override {
        if (is_text_ && is_struck_ && struck_.size() <= limits::kMaxStringBytes)
            struck_ += characters;
        else if (is_text_ && value_.size() <= limits::kMaxStringBytes)
            value_.add(characters, is_raised_);
        if (is_formula_ && formula_.size() <= limits::kMaxStringBytes) formula_ += characters;
    }

private:
    void begin_cell(const XmlAttributes& attributes) {
        if (const auto place = parse_reference(attributes.get("r"))) {
            row_ = place->row;
            column_ = place->column;
        }
        cell_ = {};
        cell_.column = static_cast<std::uint32_t>(std::min(column_, limits::kMaxColumns));
        type_ = attributes.get("t");
        const std::size_t style = whole_number(attributes.get("s")).value_or(0);
        style_ = style < book_.styles.size() ? &book_.styles[style] : nullptr;
        value_.clear();
        struck_.clear();
        is_raised_ = is_struck_ = false;
        formula_.clear();
        has_formula_ = false;
    }

    void end_cell() {
        ++column_;
        const std::string value = value_.text();
        // A result that is no text is there, but where a program wrote the formula alone.
        unsolved_ += value.empty() && has_formula_ && type_ != "str" ? 1 : 0;
        if (value.empty() && struck_.empty()) return;
        cell_.is_sum = is_sum(formula_);
        if (auto link = read_link(formula_)) cell_.url = std::move(link->url);
        cell_.is_strong = style_ != nullptr && style_->is_bold;
        if (type_ == "s") {
            const auto index = whole_number(value);
            if (index && *index < book_.strings.size()) {
                const Workbook::Text& text = book_.strings[*index];
                cell_.text = in_font_of_cell(text.text, text.unstyled);
                struck_ = text.struck;
                cell_.is_strong = cell_.is_strong || text.is_bold;
                set_indent(text.indent);
            }
        } else if (type_ == "b") {
            cell_.type = CellType::Boolean;
            cell_.text = value == "1" || value == "true" ? "TRUE" : "FALSE";
        } else if (type_ == "d" && value.size() >= 10) {
            cell_.type = CellType::Date;
            cell_.text = cell_.date = value.substr(0, 10);
        } else if (const auto number = parse_double(value);
                   number && (type_.empty() || type_ == "n")) {
            set_number(cell_, *number, style_ != nullptr ? style_->format : NumberFormat(),
                       book_.dates);
            if (cell_.text.empty()) builder_.hide_value();
            if (cell_.type == CellType::Text) cell_.text = in_font_of_cell(cell_.text);
        } else {
            errors_ += type_ == "e" ? 1 : 0;
            const std::string text = unescaped(value);
            cell_.text = in_font_of_cell(clean_text(text));
            set_indent(indent_of(text));
        }
        if (style_ != nullptr && style_->is_struck) {
            struck_ = cell_.text;
            const std::uint32_t column = cell_.column;
            cell_ = {};
            cell_.column = column;
        }
        if (!struck_.empty()) builder_.strike(row_, cell_, struck_);
        is_full_ = !builder_.add(row_, std::move(cell_));
    }

    /// Of a text the first bytes have that font.
    std::string in_font_of_cell(const std::string& text, std::size_t size = std::string::npos) {
        if (style_ == nullptr || style_->symbol_font.empty()) return text;
        return as_symbols(text.substr(0, size), style_->symbol_font) +
               text.substr(std::min(size, text.size()));
    }

    /// Of a text, which its spaces set in or its format.
    void set_indent(std::uint8_t own) {
        constexpr std::size_t kMost = 100;
        const std::size_t steps = style_ != nullptr ? std::min(style_->indent, kMost) : 0;
        cell_.indent = std::max(own, static_cast<std::uint8_t>(steps));
    }

    const Workbook& book_;
    const Relations& relations_;
    SheetBuilder& builder_;
    Cell cell_;
    std::string type_, formula_, struck_, range_;
    std::vector<std::string> icons_;
    RaisedText value_;
    const Workbook::Style* style_ = nullptr;
    std::size_t row_ = 0, column_ = 0, errors_ = 0, unsolved_ = 0;
    bool is_text_ = false, is_formula_ = false, has_formula_ = false, is_phonetic_ = false,
         is_raised_ = false, is_struck_ = false, is_full_ = false;
};

}  // namespace

std::optional<Sheet> read_xlsx(const SheetInput& input, Diagnostics& diagnostics) {
    const auto archive = Archive::open(input.bytes, diagnostics);
    if (!archive) return std::nullopt;
    const auto book = read_workbook(*archive, diagnostics);
    if (!book) return std::nullopt;
    std::vector<std::string> names;
    std::set<std::string> hidden;
    for (const Workbook::Entry& entry : book->sheets) {
        names.push_back(entry.name);
        if (entry.is_hidden) hidden.insert(entry.name);
    }
    const auto chosen = chosen_sheet(input.request.sheet, names, diagnostics);
    if (!chosen) return std::nullopt;
    for (std::size_t i = 0; i < book->sheets.size(); ++i) {
        const Workbook::Entry& entry = book->sheets[i];
        const bool is_wanted = *chosen == i;
        if (*chosen != std::string::npos ? !is_wanted : entry.is_hidden) continue;
        const auto xml = archive->read(entry.path, diagnostics);
        if (!xml) {
            if (has_errors(diagnostics)) return std::nullopt;
            continue;  // a chart
        }
        const Relations relations = read_relations(*archive, entry.path, diagnostics);
        SheetBuilder builder;
        SheetReader reader(*book, relations, builder);
        if (!read_part(entry.path, *xml, reader, diagnostics)) return std::nullopt;
        if (builder.is_empty() && !is_wanted && !reader.is_done()) continue;
        tell_of_errors(reader.errors(), diagnostics);
        tell_of_unsolved(reader.unsolved(), diagnostics);
        if (!reader.icons().empty())
            diagnostics.push_back(
                warning("icons-left-out",
                        fmt::format("where cells show icons alone, their numbers are taken: {}",
                                    shortlist(reader.icons(), 4)),
                        {"write signs or words into the cells: ✓ and ✗ are yes and no"}));
        const auto has_remarks = [](const auto& relation) {
            return relation.second.type.ends_with("/comments");
        };
        if (std::any_of(relations.begin(), relations.end(), has_remarks))
            tell_of_remarks(diagnostics);
        if (!is_wanted) tell_of_others(names, hidden, entry.name, diagnostics);
        auto sheet = std::move(builder).finish(entry.name, diagnostics);
        if (sheet) sheet->has_furigana = book->has_furigana;
        return sheet;
    }
    return Sheet{};
}

}  // namespace broadside::sheets
