#include <algorithm>
#include <map>
#include <set>

#include "broadside/base/limits.hpp"
#include "broadside/sheets/archive.hpp"
#include "broadside/sheets/formulas.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/sheets/raised_text.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/sheets/shown_number.hpp"
#include "broadside/sheets/symbol_fonts.hpp"
#include "broadside/sheets/xlsx_parts.hpp"
#include "broadside/sheets/xml_events.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::sheets {

namespace {

/// "super 58%" or "33% 58%": how far above the line, and how large.
bool is_raised_position(std::string_view position) {
    return position.starts_with("super") ||
           (!position.empty() && position[0] >= '1' && position[0] <= '9');
}

struct Table {
    std::string name;
    bool is_hidden = false;
    std::size_t remarks = 0;
    SheetBuilder builder;
};

/// All tables of a content.xml, of which few have more than ten.
class ContentReader final : public XmlHandler {
public:
    std::vector<Table> tables;

    bool is_done() const override { return is_full_; }

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "office:annotation") {
            if (!tables.empty()) ++tables.back().remarks;
            ++ignored_;
        }
        if (ignored_ > 0) return;
        if (name == "style:font-face") {
            fonts_.emplace(attributes.get("style:name"),
                           attributes.get("svg-compatible:font-family"));
        } else if (name == "style:style") {
            style_ = attributes.get("style:name");
        } else if (name == "style:table-properties") {
            if (attributes.get("table:display") == "false") hidden_styles_.insert(style_);
        } else if (name == "style:text-properties") {
            set_properties(attributes);
        } else if (name == "table:table") {
            begin_table(attributes);
        } else if (!tables.empty()) {
            start_in_table(name, attributes);
        }
    }

    void end(std::string_view name) override {
        if (name == "office:annotation") --ignored_;
        if (ignored_ > 0 || tables.empty()) return;
        if (name == "table:table-cell" || name == "table:covered-table-cell") end_cell();
        if (name == "table:table-row") row_ += row_repeat_;
        if (name == "text:p" || name == "text:h") is_text_ = false;
        if (name == "text:span" && !spans_.empty()) spans_.pop_back();
    }

    void text(std::string_view characters) override {
        if (!is_text_ || ignored_ > 0 || text_.size() + struck_.size() > limits::kMaxStringBytes)
            return;
        const Style& style = spans_.empty() ? cell_style_ : spans_.back();
        if (style.is_struck)
            struck_ += characters;
        else
            text_.add(as_symbols(characters, style.font), style.is_raised);
    }

private:
    /// Of a cell, or of a stretch of its text.
    struct Style {
        bool is_bold = false, is_raised = false, is_struck = false;
        std::string font = {};  // empty: that of what it stands in
    };

    void set_properties(const XmlAttributes& attributes) {
        Style& style = styles_[style_];
        style.is_bold = attributes.get("xsl-fo-compatible:font-weight") == "bold";
        style.is_raised = is_raised_position(attributes.get("style:text-position"));
        const std::string_view line = attributes.get("style:text-line-through-style");
        style.is_struck = !line.empty() && line != "none";
        style.font = attributes.get("style:font-name");
        const auto font = fonts_.find(style.font);
        if (font != fonts_.end()) style.font = font->second;
        if (style.font.empty()) style.font = attributes.get("xsl-fo-compatible:font-family");
        std::erase_if(style.font, [](char c) { return c == '\'' || c == '"'; });
    }

    const Style& style_of(std::string_view name) const {
        static const Style none;
        const auto found = styles_.find(name);
        return found == styles_.end() ? none : found->second;
    }

    /// What stands in another style, whose font, raise and strike it has.
    void begin_span(const Style& style) {
        Style whole = spans_.empty() ? cell_style_ : spans_.back();
        whole.is_raised |= style.is_raised;
        whole.is_struck |= style.is_struck;
        if (!style.font.empty()) whole.font = style.font;
        spans_.push_back(std::move(whole));
    }

    void begin_table(const XmlAttributes& attributes) {
        Table& table = tables.emplace_back();
        table.name = clean_text(attributes.get("table:name"));
        table.is_hidden = hidden_styles_.count(std::string(attributes.get("table:style-name"))) > 0;
        row_ = 0;
        column_ = 0;
    }

    static bool is_shown(const XmlAttributes& attributes) {
        const std::string_view visibility = attributes.get("table:visibility");
        return visibility != "collapse" && visibility != "filter";
    }

    static std::size_t count_in(const XmlAttributes& attributes, std::string_view name) {
        return std::max<std::size_t>(1, whole_number(attributes.get(name)).value_or(1));
    }

    void start_in_table(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table:table-column") {
            const std::size_t repeat = count_in(attributes, "table:number-columns-repeated");
            if (!is_shown(attributes))
                tables.back().builder.hide_columns(column_, column_ + repeat - 1);
            column_ += repeat;
        } else if (name == "table:table-row") {
            row_repeat_ = count_in(attributes, "table:number-rows-repeated");
            column_ = 0;
            is_row_shown_ = is_shown(attributes);
        } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
            begin_cell(attributes);
        } else if (name == "text:p" || name == "text:h") {
            if (!text_.is_empty()) text_.add("\n", false);
            is_text_ = has_paragraph_ = true;
        } else if (name == "text:s") {
            text_.add(std::string(std::min<std::size_t>(count_in(attributes, "text:c"), 100), ' '),
                      false);
        } else if (name == "text:line-break") {
            text_.add("\n", false);
        } else if (name == "text:tab") {
            text_.add(" ", false);
        } else if (name == "text:span") {
            begin_span(style_of(attributes.get("text:style-name")));
        } else if (name == "text:a") {
            cell_.url = attributes.get("xlink:href");
        }
    }

    void begin_cell(const XmlAttributes& attributes) {
        cell_ = {};
        text_.clear();
        struck_.clear();
        has_paragraph_ = false;
        spans_.clear();
        repeat_ = count_in(attributes, "table:number-columns-repeated");
        rows_ = count_in(attributes, "table:number-rows-spanned");
        columns_ = count_in(attributes, "table:number-columns-spanned");
        type_ = attributes.get("office:value-type");
        value_ = attributes.get(type_ == "date"      ? "office:date-value"
                                : type_ == "boolean" ? "office:boolean-value"
                                                     : "office:value");
        currency_ = attributes.get("office:currency");
        const std::string_view formula = attributes.get("table:formula");
        cell_.is_sum = is_sum(formula);
        if (auto link = read_link(formula)) cell_.url = std::move(link->url);
        cell_style_ = style_of(attributes.get("table:style-name"));
        cell_.is_strong = cell_style_.is_bold;
    }

    void set_value() {
        const auto number = parse_double(value_);
        const std::string text = text_.text();
        if (type_ == "boolean") {
            cell_.type = CellType::Boolean;
            cell_.text = value_ == "true" ? "TRUE" : "FALSE";
        } else if (type_ == "date" && value_.size() == 10) {
            set_date(cell_, value_, shown_as(clean_text(text), value_));
        } else if (number && (type_ == "float" || type_ == "currency" || type_ == "percentage")) {
            // A paragraph that is there and empty shows what the format makes of the number.
            if (has_paragraph_ && text.empty()) return tables.back().builder.hide_value();
            using Kind = ShownAs::Kind;
            const Kind kind = type_ == "float"      ? Kind::Figure
                              : type_ == "currency" ? Kind::Money
                                                    : Kind::Percent;
            set_shown_number(cell_, *number, {kind, currency_, text});
        } else {
            cell_.text = clean_text(text);
        }
    }

    void end_cell() {
        is_text_ = false;
        const std::size_t first = column_;
        column_ += repeat_;
        if (!struck_.empty() && cell_style_.is_struck) type_ = "string";
        set_value();
        if (!struck_.empty()) {
            cell_.column = static_cast<std::uint32_t>(std::min(first, limits::kMaxColumns));
            tables.back().builder.strike(row_, cell_, clean_text(struck_));
        }
        if (cell_.text.empty()) return;
        Table& table = tables.back();
        // Rows that are repeated to the end of the sheet say nothing, as a rule: those that do are
        // as many as they say, up to the bounds of a table.
        for (std::size_t r = 0; r < row_repeat_ && !is_full_; ++r) {
            if (!is_row_shown_) table.builder.hide_row(row_ + r);
            for (std::size_t c = 0; c < repeat_ && !is_full_; ++c) {
                Cell cell = cell_;
                cell.column = static_cast<std::uint32_t>(std::min(first + c, limits::kMaxColumns));
                is_full_ = !table.builder.add(row_ + r, std::move(cell));
            }
        }
        if (rows_ * columns_ > 1) table.builder.cover(row_, first, rows_, columns_);
    }

    std::map<std::string, std::string, std::less<>> fonts_;  // their families, by name
    std::map<std::string, Style, std::less<>> styles_;
    std::set<std::string> hidden_styles_;
    std::string style_;  // that is open
    Style cell_style_;
    std::vector<Style> spans_;  // that are open
    Cell cell_;
    RaisedText text_;
    std::string struck_;  // of the text
    std::string type_, value_, currency_;
    std::size_t row_ = 0, column_ = 0, row_repeat_ = 1, repeat_ = 1, rows_ = 1, columns_ = 1;
    std::size_t ignored_ = 0;
    bool is_text_ = false, has_paragraph_ = false, is_row_shown_ = true, is_full_ = false;
};

}  // namespace

std::optional<Sheet> read_ods(const SheetInput& input, Diagnostics& diagnostics) {
    const auto archive = Archive::open(input.bytes, diagnostics);
    if (!archive) return std::nullopt;
    const auto xml = archive->read("content.xml", diagnostics);
    if (!xml) {
        if (!has_errors(diagnostics))
            diagnostics.push_back(error("no-sheet", "expected a spreadsheet, got another archive"));
        return std::nullopt;
    }
    ContentReader reader;
    if (!read_part("content.xml", *xml, reader, diagnostics)) return std::nullopt;
    std::vector<std::string> names;
    std::set<std::string> hidden;
    for (const Table& table : reader.tables) {
        names.push_back(table.name);
        if (table.is_hidden) hidden.insert(table.name);
    }
    const auto chosen = chosen_sheet(input.request.sheet, names, diagnostics);
    if (!chosen) return std::nullopt;
    for (std::size_t i = 0; i < reader.tables.size(); ++i) {
        Table& table = reader.tables[i];
        const bool is_wanted = *chosen == i;
        const bool has_cells = !table.builder.is_empty() || reader.is_done();
        if (*chosen != std::string::npos ? !is_wanted : table.is_hidden || !has_cells) continue;
        if (table.remarks > 0) tell_of_remarks(diagnostics);
        if (!is_wanted) tell_of_others(names, hidden, table.name, diagnostics);
        return std::move(table.builder).finish(table.name, diagnostics);
    }
    return Sheet{};
}

}  // namespace broadside::sheets
