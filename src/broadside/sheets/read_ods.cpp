#include <algorithm>
#include <cmath>
#include <set>

#include "broadside/base/limits.hpp"
#include "broadside/sheets/archive.hpp"
#include "broadside/sheets/formulas.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/sheets/number_labels.hpp"
#include "broadside/sheets/raised_text.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/sheets/xlsx_parts.hpp"
#include "broadside/sheets/xml_events.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

/// The sign that people know a currency by; else its code.
std::string sign_of(std::string_view code) {
    constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
        {"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"},
        {"INR", "₹"}, {"KRW", "₩"}, {"ILS", "₪"}, {"UAH", "₴"}};
    for (const auto& [known, sign] : kSigns) {
        if (known == code) return std::string(sign);
    }
    return std::string(code);
}

constexpr std::string_view kDigits = "0123456789";

/// How many digits a shown number has behind its decimal sign.
std::optional<int> shown_decimals(std::string_view number, double value) {
    const std::size_t sign = number.find_last_not_of(kDigits);
    if (number.empty()) return std::nullopt;
    if (sign == number.npos || (number[sign] != '.' && number[sign] != ',')) return 0;
    const auto digits = static_cast<int>(number.size() - sign - 1);
    const bool is_group =
        digits == 3 &&
        value == static_cast<double>(static_cast<long long>(std::clamp(value, -1e15, 1e15)));
    return is_group ? 0 : digits;
}

/// Whether other signs than the decimal one stand between the digits.
bool has_groups(std::string_view number) {
    const std::size_t sign = number.find_first_not_of(kDigits, 1);
    return sign < number.size() && number.size() - 1 - sign >= 3;
}

/// A text's number, from its first digit or the decimal sign before it to its last, and what stands
/// behind that.
struct ShownNumber {
    std::string_view number, behind;
};

ShownNumber number_in(std::string_view text) {
    constexpr std::string_view kSeparators[] = {".", ",", "'", "’", " ", "\u00A0", "\u202F"};
    std::size_t begin = std::min(text.find_first_of(kDigits), text.size());
    if (begin > 0 && (text[begin - 1] == '.' || text[begin - 1] == ',')) --begin;  // ".50"
    text.remove_prefix(begin);
    std::size_t end = std::min(text.find_first_not_of(kDigits, 1), text.size());
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && unicode::is_ascii_digit(text[at]);
    };
    const auto separator_at = [&](std::size_t at) {
        return std::find_if(std::begin(kSeparators), std::end(kSeparators), [&](auto separator) {
            return text.substr(at).starts_with(separator) && is_digit(at + separator.size());
        });
    };
    for (auto separator = separator_at(end); separator != std::end(kSeparators);
         separator = separator_at(end))
        end = std::min(text.find_first_not_of(kDigits, end + separator->size()), text.size());
    return {text.substr(0, end), unicode::trimmed(text.substr(end))};
}

/// Without zeros in front.
std::string digits_in(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (unicode::is_ascii_digit(c) && (c != '0' || !digits.empty())) digits += c;
    return digits;
}

/// Signs of money and words: what a number is counted in.
bool is_shown_unit(std::string_view text) {
    constexpr std::size_t kLongest = 20;
    const std::u32string letters = unicode::decode(text);
    return text.size() <= kLongest && text.find_first_of("()/") != 0 &&
           (text == "%" || unicode::is_currency_sign(text) ||
            std::any_of(letters.begin(), letters.end(), unicode::is_letter));
}

/// The format that shows a number with these digits: of itself, or of its thousands or millions,
/// which `display-factor` stands for. The words behind are its unit then.
void add_shown(const ShownNumber& shown, double value, NumberFormat& format) {
    std::vector<NumberFormat> found;
    for (int thousands = 0; thousands < 4 && is_shown_unit(shown.behind); ++thousands) {
        NumberFormat same = format;
        same.shift -= 3 * thousands;
        same.unit = shown.behind;
        same.decimals = shown_decimals(shown.number, value * std::pow(10, same.shift));
        if (digits_in(json_number(value, same.decimals, same.shift)) == digits_in(shown.number))
            found.push_back(std::move(same));
        if (thousands == 0 && !found.empty()) break;
    }
    // "1,234 M" may be 1.234 M and 1234 K.
    if (found.size() == 1)
        format = std::move(found.front());
    else
        format.decimals = shown_decimals(shown.number, value * std::pow(10, format.shift));
}

/// The zero of the digits that a text has.
char32_t zero_in(std::string_view text) {
    const std::u32string characters = unicode::decode(text);
    const auto digit = std::find_if(characters.begin(), characters.end(), unicode::is_digit);
    return digit == characters.end() ? unicode::kAsciiZero : unicode::zero_of(*digit);
}

std::string with_ascii_digits(std::string_view text) {
    std::u32string characters = unicode::decode(text);
    for (char32_t& c : characters) {
        if (unicode::is_digit(c)) c = U'0' + (c - unicode::zero_of(c));
        if (c == U'\u066B') c = U'.';
        if (c == U'\u066C') c = U',';
    }
    return unicode::encode(characters);
}

/// "1 1/3".
bool is_fraction_shown(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash != text.npos && slash > 0 && slash + 1 < text.size() &&
           unicode::is_ascii_digit(text[slash - 1]) && unicode::is_ascii_digit(text[slash + 1]);
}

/// More decimals than anybody asks for: a column was wide enough for them. The file's text may also
/// have others than its number.
bool is_general_shown(const ShownNumber& shown, double value, const NumberFormat& format) {
    constexpr int kMany = 6;
    constexpr std::size_t kMostDigits = 10;
    if (format.decimals.value_or(0) <= kMany) return false;
    const std::string digits = digits_in(shown.number);
    return digits.size() > kMostDigits ||
           digits_in(json_number(value, format.decimals, format.shift)) != digits;
}

/// Whether the shown text has words or zeros before its digits that no quantity has.
bool is_label_shown(std::string_view text, const NumberFormat& format) {
    const std::size_t first = text.find_first_of(kDigits);
    if (first == text.npos) return false;
    const std::string_view digits = text.substr(first);
    const bool has_zero =
        digits.size() > 1 && digits[0] == '0' && kDigits.find(digits[1]) != kDigits.npos;
    std::string before(text.substr(0, first));
    before.resize(before.find_last_not_of("-(.,") + 1);
    if (before.ends_with("−")) before.resize(before.size() - std::string_view("−").size());
    return has_zero || is_label_before(before, format);
}

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
        if (name == "style:style") {
            style_ = attributes.get("style:name");
        } else if (name == "style:table-properties") {
            if (attributes.get("table:display") == "false") hidden_styles_.insert(style_);
        } else if (name == "style:text-properties") {
            if (attributes.get("xsl-fo-compatible:font-weight") == "bold")
                bold_styles_.insert(style_);
            if (is_raised_position(attributes.get("style:text-position")))
                raised_styles_.insert(style_);
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
        if (is_text_ && ignored_ == 0 && text_.size() <= limits::kMaxStringBytes)
            text_.add(characters, is_raised());
    }

private:
    bool is_raised() const { return !spans_.empty() && spans_.back(); }

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
            const std::string style(attributes.get("text:style-name"));
            spans_.push_back(is_raised() || raised_styles_.count(style) > 0);
        } else if (name == "text:a") {
            cell_.url = attributes.get("xlink:href");
        }
    }

    void begin_cell(const XmlAttributes& attributes) {
        cell_ = {};
        text_.clear();
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
        cell_.is_strong = bold_styles_.count(std::string(attributes.get("table:style-name"))) > 0;
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
            NumberFormat format{NumberFormat::Kind::Number};
            const bool is_percent = type_ == "percentage";
            format.zero = zero_in(text);
            format.has_plus = text.starts_with('+');
            format.unit = is_percent ? "%" : sign_of(currency_);
            format.shift = is_percent ? 2 : 0;
            const std::string digits = with_ascii_digits(text);
            const ShownNumber shown = number_in(digits);
            format.is_grouped = has_groups(shown.number);
            add_shown(shown, *number, format);
            if (is_general_shown(shown, *number, format)) {
                format.kind = NumberFormat::Kind::General;
                format.decimals = std::nullopt;
            }
            if (type_ == "float" && is_label_shown(digits, format)) {
                cell_.text = clean_text(text);
                cell_.is_label = true;
                return;
            }
            // Words in place of a number; a dash may be a zero.
            if (is_fraction_shown(digits) ||
                (shown.number.empty() && !unicode::says_nothing(text) && !stands_for_zero(text))) {
                cell_.text = clean_text(text);
                return;
            }
            // A paragraph that is there and empty shows what the format makes of the number.
            if (has_paragraph_ && text.empty()) return tables.back().builder.hide_value();
            set_number(cell_, *number, format, DateSystem::Since1900);
        } else {
            cell_.text = clean_text(text);
        }
    }

    void end_cell() {
        is_text_ = false;
        set_value();
        const std::size_t first = column_;
        column_ += repeat_;
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

    std::set<std::string> hidden_styles_, bold_styles_, raised_styles_;
    std::vector<bool> spans_;  // that are open: whether each stands above the line
    std::string style_;
    Cell cell_;
    RaisedText text_;
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
