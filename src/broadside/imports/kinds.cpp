#include <algorithm>
#include <map>
#include <set>

#include "broadside/base/contains.hpp"
#include "broadside/imports/alike_columns.hpp"
#include "broadside/imports/codes.hpp"
#include "broadside/imports/column_answers.hpp"
#include "broadside/imports/explained_signs.hpp"
#include "broadside/imports/language_guess.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/imports/table_language.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

using model::ColumnKind;
using sheets::CellType;

enum class Summaries { No, Yes };

template <typename Visit>
void for_each_row(const Table& table, Visit&& visit, Summaries summaries = Summaries::Yes) {
    for (const Section& section : table.sections) {
        for (std::size_t i = 0; i < section.rows.size(); ++i)
            if (summaries == Summaries::Yes || !section.is_summary(i)) visit(section.rows[i]);
    }
}

/// The cells of a column that say something.
std::vector<const Content*> said_in(const Table& table, std::size_t column) {
    std::vector<const Content*> said;
    for_each_row(table, [&](const Row& row) {
        if (row.cells[column].cell != nullptr) said.push_back(&row.cells[column]);
    });
    return said;
}

std::optional<AnswerText> answer_in(const Column& column, const Content& content) {
    const CellType type = content.cell->type;
    if (type != CellType::Text && type != CellType::Boolean) return std::nullopt;
    return answer_in(column, content.text);
}

class Kinds {
public:
    Kinds(Table& table, const Wishes& wishes) : table_(table), wishes_(wishes) {}

    void tell() {
        load::DecimalEvidence all;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) add_figures(i, all);
        usual_decimal_ = usual_decimal(all);
        tell_signs(table_);
        ExplainedSigns signs(table_);
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            for (const Content* content : said_in(table_, i))
                clear_signs_ += is_clear_sign(*content) ? 1 : 0;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            tell_kind(i);
            tell_clear_signs(i);
        }
        tell_names();
        set_alike_columns_alike(table_);
        name_summaries(table_);
        collect_words(table_);
        signs.label_values();
        count_values(table_);
    }

private:
    /// As most figures of the sheet have it that can be read in one way alone; else as its
    /// language. In doubt where these contradict each other, or nothing tells.
    load::DecimalSign usual_decimal(const load::DecimalEvidence& all) const {
        const bool is_comma =
            unicode::number_format(table_.language, unicode::kAsciiZero).decimal == ",";
        const char own = is_comma ? ',' : '.';
        if (all.points == all.commas) return {own, !table_.is_language_sure || all.points > 0};
        const char sign = all.points > all.commas ? '.' : ',';
        const bool is_contradicted =
            table_.is_language_sure ? sign != own : all.points > 0 && all.commas > 0;
        return {sign, is_contradicted};
    }

    /// Those in an unusual form tell nothing where others do.
    void add_figures(std::size_t index, load::DecimalEvidence& evidence) const {
        load::DecimalEvidence usual;
        add_figures(index, false, usual);
        add_figures(index, false, evidence);
        if (usual.points + usual.commas == 0) add_figures(index, true, evidence);
    }

    void add_figures(std::size_t index, bool is_unusual, load::DecimalEvidence& evidence) const {
        for (const Content* content : said_in(table_, index)) {
            const auto figure = figure_in(*content);
            if (!figure || figure->is_unusual != is_unusual) continue;
            if (content->cell->type == CellType::Text) {
                load::add_evidence(*figure, evidence);
                continue;
            }
            const std::size_t point = std::min(figure->digits.find('.'), figure->digits.size());
            const bool is_whole =
                figure->digits.find_first_not_of(".0", point) == std::string::npos;
            evidence.wholes += is_whole ? 1 : 0;
            evidence.has_decimals = evidence.has_decimals || !is_whole;
        }
    }

    void tell_kind(std::size_t index) {
        Column& column = table_.columns[index];
        const auto said = said_in(table_, index);
        // What is different in each row of the first column names it, were it "x" and "y".
        std::set<std::string_view> different;
        for (const Content* content : said) different.insert(content->text);
        const bool is_label = index == 0 && said.size() > 1 && different.size() == said.size();
        if (said.empty() || (!is_label && is_of_answers(column, said))) return;
        if (is_of_symbols(column, said)) return;
        if (is_of_dates(column, said) || is_of_numbers(index, said)) return;
        if (!is_label && has_signs(column, said)) return;
        const auto has_digit = [](const Content* content) {
            return content->text.find_first_of("0123456789") != std::string::npos;
        };
        const auto is_short = [](const Content* content) {
            constexpr std::size_t kShort = 14;
            return content->text.size() <= kShort;
        };
        const auto count = std::count_if(said.begin(), said.end(), [&](const Content* content) {
            return is_short(content) && has_digit(content);
        });
        // A few figures among words as short as they are.
        const bool is_mixed = std::any_of(said.begin(), said.end(), has_digit) &&
                              std::all_of(said.begin(), said.end(), is_short);
        if (is_mixed || is_most(static_cast<std::size_t>(count), said.size()))
            column.kind = ColumnKind::Plain;
    }

    static bool is_of_answers(Column& column, const std::vector<const Content*>& said) {
        std::size_t answers = 0, with_rest = 0, telling = 0, rest_size = 0;
        bool has_yes = false, has_no = false;
        for (const Content* content : said) {
            const auto answer = answer_in(column, *content);
            if (!answer) continue;
            ++answers;
            with_rest += answer->rest.empty() ? 0 : 1;
            rest_size += unicode::decode(answer->rest).size();
            telling += answer->is_missing() ? 0 : 1;
            has_yes = has_yes || (answer->answer == Answer::Yes && !answer->is_cross);
            has_no = has_no || (answer->answer == Answer::No && !answer->is_cross);
        }
        if (telling == 0 || !is_most(answers, said.size())) return false;
        // Words that are long beside an answer are a text with a sign before it.
        constexpr std::size_t kLong = 20;
        const bool is_wordy = rest_size > with_rest * kLong;
        column.cross = has_yes && !has_no ? Answer::No : Answer::Yes;
        column.kind = is_wordy ? ColumnKind::Text : ColumnKind::Symbol;
        column.has_answers = true;
        return true;
    }

    /// Signs that are nothing else than an answer.
    static bool is_clear_sign(const Content& content) {
        constexpr std::string_view kClear[] = {"✓", "✔", "✅", "☑", "✗", "✘", "✕", "✖", "❌", "☒"};
        return contains(kClear, content.text);
    }

    /// Signs among prices and words, as in a table of products: each is a symbol, and all else a
    /// text.
    static bool has_signs(Column& column, const std::vector<const Content*>& said) {
        constexpr std::size_t kLeast = 2, kLeastPart = 3;
        std::size_t signs = 0;
        bool has_answer = false;
        for (const Content* content : said) {
            const auto answer = answer_in(column, *content);
            if (!answer || !answer->rest.empty()) continue;
            const std::u32string letters = unicode::decode(answer->word);
            const bool is_sign = answer->is_cross || answer->word == "(x)" ||
                                 std::none_of(letters.begin(), letters.end(), unicode::is_letter);
            signs += is_sign ? 1 : 0;
            has_answer = has_answer || (is_sign && !answer->is_missing());
        }
        if (!has_answer || signs < kLeast || signs * kLeastPart < said.size()) return false;
        column.kind = ColumnKind::Text;
        column.has_answers = true;
        return true;
    }

    /// A few are symbols, too, where the table has some.
    void tell_clear_signs(std::size_t index) {
        constexpr std::size_t kSome = 3;
        Column& column = table_.columns[index];
        const bool is_of_words =
            column.kind == ColumnKind::Text || column.kind == ColumnKind::Plain;
        if (!is_of_words || clear_signs_ < kSome) return;
        for (const Content* content : said_in(table_, index))
            column.has_answers = column.has_answers || is_clear_sign(*content);
    }

    bool is_of_symbols(Column& column, const std::vector<const Content*>& said) const {
        const std::set<std::string> own(wishes_.symbols.begin(), wishes_.symbols.end());
        std::size_t known = 0;
        for (const Content* content : said) known += own.count(symbol_name(content->text));
        if (!is_most(known, said.size())) return false;
        for (const Content* content : said) {
            const std::string name = symbol_name(content->text);
            if (own.count(name) > 0) column.symbols.push_back(name);
        }
        std::sort(column.symbols.begin(), column.symbols.end());
        column.symbols.erase(std::unique(column.symbols.begin(), column.symbols.end()),
                             column.symbols.end());
        column.kind = ColumnKind::Symbol;
        return true;
    }

    bool is_of_dates(Column& column, const std::vector<const Content*>& said) const {
        std::vector<std::string_view> texts;
        for (const Content* content : said) texts.push_back(content->text);
        column.order = load::order_of(texts, table_.language);
        std::size_t dates = 0, missing = 0;
        for (const Content* content : said) {
            missing += is_missing(*content) ? 1 : 0;
            dates +=
                content->cell->type == CellType::Date || load::date_of(content->text, column.order);
        }
        if (!is_most(dates, said.size() - missing)) return false;
        column.kind = ColumnKind::Date;
        return true;
    }

    bool is_of_numbers(std::size_t index, const std::vector<const Content*>& said) {
        Column& column = table_.columns[index];
        load::DecimalEvidence evidence;
        add_figures(index, evidence);
        // Of lists, as "90,47" and "204,226,236", some look like numbers.
        const auto [few, many] = std::minmax(evidence.points, evidence.commas);
        if (4 * few >= many && few > 0) return false;
        const load::DecimalSign decimal = load::decimal_sign(evidence, usual_decimal_);
        column.decimal = decimal.sign;
        if (are_codes(column.title, said)) {
            column.kind = ColumnKind::Plain;
            return true;
        }
        std::size_t figures = 0, missing = 0, years = 0, unusual = 0, with_plus = 0, without = 0;
        std::size_t with_dash = 0;
        std::map<std::string, std::size_t> units;
        std::set<std::string> numbers;
        for (const Content* content : said) {
            const auto figure = figure_in(*content);
            const char sign = content->cell->type == CellType::Number ? '.' : column.decimal;
            missing += is_missing(*content) ? 1 : 0;
            const auto number = figure ? load::number_of(figure->digits, sign) : std::nullopt;
            if (!number) continue;
            ++figures;
            numbers.insert(*number);
            unusual += figure->is_unusual ? 1 : 0;
            with_dash += figure->has_dash ? 1 : 0;
            const bool is_above =
                number->find_first_of("-123456789") != number->npos && (*number)[0] != '-';
            (figure->has_plus ? with_plus : without) += is_above ? 1 : 0;
            ++units[figure->unit];
            const bool is_year = figure->unit.empty() && figure->digits.size() == 4 &&
                                 figure->digits >= "1000" && figure->digits <= "2199" &&
                                 figure->digits.find_first_of(".,") == std::string::npos;
            years += is_year ? 1 : 0;
        }
        if (!is_most(figures, said.size() - missing) || unusual == figures) return false;
        // Where nearly all prices are written so, they stay as written: "5.–" and "7.50".
        if (with_dash * 4 > figures * 3) return false;
        const auto unit = largest(units);
        // "1 piece" and "1 hour" say what is counted, and no number.
        if (numbers.size() == 1 && units.size() > 1) return false;
        // Years are not grouped, and kilograms beside litres are no column of numbers.
        const bool is_told_once =
            said.size() - missing == 1 && is_long_word(unit->first) && has_rows();
        // Where all that are above zero have a plus, it belongs to what they say.
        const bool has_signs = with_plus > 0 && without == 0;
        const bool is_plain =
            has_signs || years == figures || !is_most(unit->second, figures) || is_told_once;
        column.kind = is_plain ? ColumnKind::Plain : ColumnKind::Number;
        if (!is_plain) column.unit = unit->first;
        column.has_bare_numbers = unit->first.empty();
        column.is_doubtful = !is_plain && decimal.is_doubtful;
        return true;
    }

    /// Which a unit is not, but where many cells say it.
    static bool is_long_word(const std::string& unit) {
        constexpr std::size_t kLong = 4;
        const std::u32string letters = unicode::decode(unit);
        return letters.size() >= kLong &&
               std::all_of(letters.begin(), letters.end(), unicode::is_letter);
    }

    bool has_rows() const {
        std::size_t rows = 0;
        for_each_row(table_, [&](const Row&) { ++rows; });
        return rows > 1;
    }

    /// The first column that names its rows: each has words of its own there. What a weekday has in
    /// them names none, where a column before it tells them apart, as hours do.
    void tell_names() {
        bool are_told_apart = false;
        std::vector<std::string_view> heads;
        for (const Column& column : table_.columns) heads.push_back(column.title);
        const std::set<std::size_t> weekdays = weekdays_among(heads);
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            Column& column = table_.columns[i];
            std::set<std::string_view> different;
            bool has_all = true, has_spans = false;
            std::size_t rows = 0, words = 0;
            const auto look = [&](const Row& row) {
                const Content& content = row.cells[i];
                ++rows;
                has_all = has_all && content.cell != nullptr && !content.text.empty();
                has_spans =
                    has_spans || (content.cell != nullptr &&
                                  (content.cell->row_span > 1 || content.cell->column_span > 1));
                different.insert(content.text);
                words += unicode::has_digit(content.text) ? 0 : 1;
            };
            for_each_row(table_, look, Summaries::No);
            constexpr std::size_t kMostBefore = 3;
            if (i >= kMostBefore) return;
            // "1. FC See" is a name among others.
            const bool has_words = rows > 1 && is_most(words, rows);
            const bool is_wordy = column.kind == ColumnKind::Text ||
                                  (column.kind == ColumnKind::Plain && (i == 0 || has_words));
            const bool tells = has_all && !has_spans && is_most(different.size(), rows);
            const bool is_name = is_wordy && !(are_told_apart && weekdays.count(i) > 0);
            if (tells && is_name) {
                column.kind = ColumnKind::Name;
                return;
            }
            are_told_apart = are_told_apart || (tells && different.size() == rows);
        }
    }

    static std::string symbol_name(std::string_view text) {
        return text.size() > 60 ? std::string() : unicode::ascii_slug(text);
    }

    Table& table_;
    const Wishes& wishes_;
    load::DecimalSign usual_decimal_;
    std::size_t clear_signs_ = 0;  // of the table
};

}  // namespace

void count_values(Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        column.values.clear();
        column.others = 0;
        for (const Content* content : said_in(table, i)) {
            const Facts facts = facts_of(column, *content);
            if (facts.empty()) continue;
            const auto& [key, value] = facts.front();
            const bool is_value = key == "value";
            if (is_value) ++column.values[value];
            const bool is_own = column.kind == ColumnKind::Symbol   ? is_value
                                : column.kind == ColumnKind::Number ? key == "number"
                                : column.kind == ColumnKind::Date   ? key == "date"
                                                                    : true;
            column.others += is_own ? 0 : 1;
        }
    }
}

void tell_kinds(Table& table, const Wishes& wishes) {
    const LanguageGuess guess = language_of(table);
    table.is_language_told = wishes.is_language_told;
    table.is_language_default = !guess.is_told;
    table.language = wishes.language.empty() ? guess.language : wishes.language;
    table.is_language_sure =
        wishes.is_language_told || (guess.is_sure && guess.language == table.language);
    table.digits = digits_of(table);
    Kinds(table, wishes).tell();
}

}  // namespace broadside::imports
