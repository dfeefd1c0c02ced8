#include "broadside/conformance/check_font.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "broadside/conformance/text_string.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

// All that a CMap has beside its blocks, as words with what stands before them (Adobe Technical
// Note 5014; PDF 1.7, 9.10.3, example 2).
constexpr std::string_view kStatements[] = {
    "/CIDInit /ProcSet findresource",
    "begin",
    "12 dict",
    "begin",
    "begincmap",
    "/CIDSystemInfo a dictionary def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "endcmap",
    "CMapName",
    "currentdict",
    "/CMap defineresource",
    "pop",
    "end",
    "end",
};

constexpr std::string_view kEndOfCMap = "endcmap";

// Technical Note 5014, 1.4.1: rows of a block; PDF 1.7, 9.10.3: bytes of a text.
constexpr std::size_t kMostRows = 100, kMostBytes = 512;

class CMap {
public:
    CMap(std::string_view bytes, const Check& check)
        : parser_(bytes, References::No), check_(check) {}

    TextOfCode read() {
        std::vector<Value> operands;
        for (;;) {
            Value value = parser_.next();
            if (value.is(Kind::End)) break;
            if (!value.is(Kind::Keyword)) {
                operands.push_back(std::move(value));
                continue;
            }
            take(value.bytes, operands);
            operands.clear();
        }
        if (!parser_.mistake().empty()) check_.fail("{}", parser_.mistake());
        if (!has_strayed_ && stated_ != std::size(kStatements))
            check_.fail("expected \"{}\", got the end", kStatements[stated_]);
        if (!has_codespace_) check_.fail("expected <0000> <FFFF> as its codespace");
        return std::move(texts_);
    }

private:
    void take(std::string_view word, const std::vector<Value>& operands) {
        const bool is_inside =
            stated_ < std::size(kStatements) && kStatements[stated_] == kEndOfCMap;
        if (word.find("bf") != std::string_view::npos && !is_inside && !has_strayed_)
            check_.fail("{} stands outside of the CMap", word.substr(0, 40));
        if (word == "begincodespacerange" || word == "beginbfchar" || word == "beginbfrange") {
            rows_ = operands.size() == 1 ? operands[0].number : -1;
        } else if (word == "endcodespacerange") {
            has_codespace_ = operands.size() == 2 && operands[0].bytes == std::string(2, '\0') &&
                             operands[1].bytes == "\xFF\xFF" && has_rows(operands, 2);
        } else if (word == "endbfchar" && has_rows(operands, 2)) {
            for (std::size_t i = 0; i < operands.size(); i += 2)
                add_range(operands[i], operands[i], operands[i + 1]);
        } else if (word == "endbfrange" && has_rows(operands, 3)) {
            for (std::size_t i = 0; i < operands.size(); i += 3)
                add_range(operands[i], operands[i + 1], operands[i + 2]);
        } else if (word != "endbfchar" && word != "endbfrange") {
            state(word, operands);
        }
    }

    /// Of words that follow a wrong one, nothing can be told.
    void state(std::string_view word, const std::vector<Value>& operands) {
        if (has_strayed_) return;
        constexpr std::size_t kMostOperands = 3, kMostShown = 80;
        std::string statement;
        for (std::size_t i = 0; i < std::min(operands.size(), kMostOperands); ++i)
            statement += shown(operands[i]) + ' ';
        statement += word;
        const bool is_last = stated_ == std::size(kStatements);
        if (!is_last && statement == kStatements[stated_]) {
            ++stated_;
        } else {
            has_strayed_ = true;
            check_.fail("expected \"{}\", got \"{}\"",
                        is_last ? std::string_view() : kStatements[stated_],
                        statement.substr(0, kMostShown));
        }
    }

    bool has_rows(const std::vector<Value>& operands, std::size_t width) {
        const std::size_t rows = operands.size() / width;
        if (operands.size() % width == 0 && rows <= kMostRows && rows > 0 &&
            rows_ == static_cast<double>(rows))
            return true;
        check_.fail("a block of {} rows has {} values", rows_, operands.size());
        return false;
    }

    static std::optional<unsigned> code_of(const Value& value) {
        if (!value.is(Kind::String) || value.bytes.size() != 2) return std::nullopt;
        return static_cast<unsigned char>(value.bytes[0]) << 8U |
               static_cast<unsigned char>(value.bytes[1]);
    }

    void add_range(const Value& first, const Value& last, const Value& text) {
        const auto from = code_of(first), to = code_of(last);
        const bool is_list = text.is(Kind::Array);
        if (!from || !to || *to < *from || (is_list && text.items.size() != *to - *from + 1)) {
            check_.fail("a row is no range of codes of two bytes");
            return;
        }
        for (unsigned code = *from; code <= *to; ++code) {
            const unsigned step = code - *from;
            Value of_code = is_list ? text.items[step] : text;
            if (!is_list && step > 0) {
                // Only the last byte counts up (PDF 1.7, 9.10.3).
                const unsigned byte =
                    text.bytes.empty() ? 256 : static_cast<unsigned char>(text.bytes.back()) + step;
                if (byte > 255) {
                    check_.fail("the range of <{:04X}> is too long", *from);
                    return;
                }
                of_code.bytes.back() = static_cast<char>(byte);
            }
            add(code, of_code);
        }
    }

    void add(unsigned code, const Value& value) {
        const auto text = value.is(Kind::String) ? utf8_of(value.bytes) : std::nullopt;
        if (value.bytes.size() > kMostBytes)
            check_.fail("the text of <{:04X}> has more than {} bytes", code, kMostBytes);
        if (!text || text->empty()) {
            check_.fail("expected UTF-16 as the text of <{:04X}>", code);
        } else if (const auto wrong = unwanted_character(*text)) {
            check_.fail("the text of <{:04X}> has U+{:04X}", code, static_cast<unsigned>(*wrong));
        }
        if (!texts_.emplace(code, text.value_or(std::string())).second)
            check_.fail("the text of <{:04X}> stands there twice", code);
    }

    Parser parser_;
    const Check& check_;
    TextOfCode texts_;
    double rows_ = -1;
    std::size_t stated_ = 0;  // of kStatements
    bool has_strayed_ = false, has_codespace_ = false;
};

}  // namespace

TextOfCode read_to_unicode(std::string_view cmap, const Check& check) {
    return CMap(cmap, check).read();
}

}  // namespace broadside::conformance
