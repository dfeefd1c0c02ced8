#include "broadside/conformance/content.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "broadside/base/big_endian.hpp"

namespace broadside::conformance {

/// What an operator of content does, as far as rules depend on it.
enum class Does : std::uint8_t {
    Save,
    Restore,
    SetState,     // anywhere but inside a path
    UseResource,  // the same, in a form only
    BeginPath,
    AddToPath,
    PaintPath,
    CutByPath,  // W and then n, in a form only
    PaintObject,
    BeginText,
    EndText,
    SetFont,
    SetText,  // inside a text object only
    ShowText,
    BeginMark,
    EndMark,
};

struct Operator {
    std::string_view word;
    /// A sign for each operand: n a number, c a colour's part, 0 to 1, / a name, s a string, a an
    /// array, d a dictionary.
    std::string_view operands;
    Does does;
};

namespace {

// PDF 1.7, annex A. What would hide text or depend on more resources is not among them, and a form
// alone may clip.
constexpr Operator kOperators[] = {
    {"q", "", Does::Save},
    {"Q", "", Does::Restore},
    {"cm", "nnnnnn", Does::SetState},
    {"w", "n", Does::SetState},
    {"J", "n", Does::SetState},
    {"j", "n", Does::SetState},
    {"M", "n", Does::SetState},
    {"d", "an", Does::SetState},
    {"gs", "/", Does::UseResource},
    {"cs", "/", Does::UseResource},
    {"CS", "/", Does::UseResource},
    {"scn", "/", Does::UseResource},
    {"SCN", "/", Does::UseResource},
    {"sh", "/", Does::UseResource},
    {"rg", "ccc", Does::SetState},
    {"RG", "ccc", Does::SetState},
    {"m", "nn", Does::BeginPath},
    {"re", "nnnn", Does::BeginPath},
    {"l", "nn", Does::AddToPath},
    {"c", "nnnnnn", Does::AddToPath},
    {"h", "", Does::AddToPath},
    {"f", "", Does::PaintPath},
    {"f*", "", Does::PaintPath},
    {"S", "", Does::PaintPath},
    {"B", "", Does::PaintPath},
    {"B*", "", Does::PaintPath},
    {"W", "", Does::CutByPath},
    {"W*", "", Does::CutByPath},
    {"n", "", Does::CutByPath},
    {"Do", "/", Does::PaintObject},
    {"BT", "", Does::BeginText},
    {"ET", "", Does::EndText},
    {"Tf", "/n", Does::SetFont},
    {"Tm", "nnnnnn", Does::SetText},
    {"Td", "nn", Does::SetText},
    {"Ts", "n", Does::SetText},
    {"Tj", "s", Does::ShowText},
    {"TJ", "a", Does::ShowText},
    {"BMC", "/", Does::BeginMark},
    {"BDC", "/d", Does::BeginMark},
    {"EMC", "", Does::EndMark},
};

/// Null: content that is kept here has no such operator.
const Operator* find_operator(std::string_view word) {
    const auto found = std::find_if(std::begin(kOperators), std::end(kOperators),
                                    [&](const Operator& known) { return known.word == word; });
    return found == std::end(kOperators) ? nullptr : found;
}

using Kind = Value::Kind;

// PDF/A-2, 6.1.13.
constexpr std::size_t kMostStates = 28;

bool fits(char sign, const Value& operand) {
    switch (sign) {
        case 'n': return operand.is_number();
        case 'c': return operand.is_number() && operand.number >= 0 && operand.number <= 1;
        case '/': return operand.is(Kind::Name);
        case 's': return operand.is(Kind::String);
        case 'a': return operand.is(Kind::Array);
        case 'd': return operand.is(Kind::Dictionary);
    }
    return false;
}

bool is_in(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void Content::check(std::string_view bytes) {
    Parser parser(bytes, References::No);
    std::vector<Value> operands;
    for (;;) {
        Value value = parser.next();
        if (value.is(Kind::End)) break;
        if (value.is(Kind::Keyword)) {
            take(value.bytes, operands);
            operands.clear();
        } else {
            operands.push_back(std::move(value));
        }
    }
    if (!parser.mistake().empty()) check_.fail("{} (byte {})", parser.mistake(), parser.at());
    if (!operands.empty()) check_.fail("operands of no operator stand at the end");
    if (!saved_.empty()) check_.fail("q without Q");
    if (in_text_) check_.fail("BT without ET");
    if (has_path_) check_.fail("a path is not painted");
}

bool Content::has_operands(const Operator& known, const std::vector<Value>& operands) {
    if (operands.size() == known.operands.size() &&
        std::equal(operands.begin(), operands.end(), known.operands.begin(),
                   [](const Value& operand, char sign) { return fits(sign, operand); }))
        return true;
    check_.fail("operands of {} are not those that it has", known.word);
    return false;
}

void Content::take(std::string_view word, std::vector<Value>& operands) {
    const Operator* known = find_operator(word);
    if (!known) return check_.fail("unknown operator {}", word.substr(0, 40));
    if (has_operands(*known, operands)) carry_out(*known, operands);
}

void Content::carry_out(const Operator& known, const std::vector<Value>& operands) {
    const bool is_path = known.does == Does::BeginPath || known.does == Does::AddToPath ||
                         known.does == Does::PaintPath || known.does == Does::CutByPath;
    if (!is_path && has_path_) {
        check_.fail("{} stands inside of a path, which nothing paints", known.word);
        has_path_ = false;
    }
    const bool is_of_text = known.does == Does::SetText || known.does == Does::ShowText;
    if (is_of_text && !in_text_) return check_.fail("{} stands outside of BT and ET", known.word);
    switch (known.does) {
        case Does::BeginPath:
        case Does::AddToPath:
        case Does::PaintPath:
        case Does::CutByPath: return change_path(known);
        case Does::Save:
        case Does::Restore:
        case Does::SetState: return change_state(known, operands);
        case Does::BeginText:
        case Does::EndText:
        case Does::SetFont:
        case Does::SetText:
        case Does::ShowText: return change_text(known, operands);
        case Does::PaintObject: return paint_object(operands.front());
        case Does::UseResource: return use_resource(known, operands.front());
        case Does::BeginMark:
            if (!marks_) return check_.fail("{} stands in a form", known.word);
            return marks_->begin(operands[0], operands.size() > 1 ? &operands[1] : nullptr,
                                 in_text_);
        case Does::EndMark:
            return marks_ ? marks_->end(in_text_) : check_.fail("EMC stands in a form");
    }
}

void Content::change_path(const Operator& known) {
    if (in_text_) check_.fail("{} stands between BT and ET", known.word);
    if (known.does == Does::BeginPath) {
        has_path_ = true;
    } else if (!has_path_) {
        check_.fail("{} has no path that begins", known.word);
    } else if (known.does == Does::CutByPath) {
        if (marks_) check_.fail("{} stands outside of a form", known.word);
        if (known.word == "n") has_path_ = false;
    } else if (known.does == Does::PaintPath) {
        has_path_ = false;
        if (marks_) marks_->paint(known.word);
    }
}

void Content::change_state(const Operator& known, const std::vector<Value>& operands) {
    if (known.does == Does::Save) {
        if (in_text_) check_.fail("q stands between BT and ET");
        if (saved_.size() == kMostStates)
            check_.fail("q: more than {} states are kept", kMostStates);
        saved_.push_back(font_);
    } else if (known.does == Does::Restore) {
        if (in_text_) check_.fail("Q stands between BT and ET");
        if (saved_.empty()) return check_.fail("Q without q");
        font_ = saved_.back();
        saved_.pop_back();
    } else if (known.word == "cm") {
        if (in_text_) check_.fail("cm stands between BT and ET");
    } else if (known.word == "d") {
        const auto& dashes = operands[0].items;
        const bool are_lengths = std::all_of(dashes.begin(), dashes.end(), [](const Value& dash) {
            return dash.is_number() && dash.number >= 0;
        });
        const bool has_length =
            dashes.empty() || std::any_of(dashes.begin(), dashes.end(),
                                          [](const Value& dash) { return dash.number > 0; });
        if (!are_lengths || !has_length) check_.fail("the dashes of d are no lengths");
    } else if (is_in(known.word, {"w", "M"})) {
        if (operands[0].number < 0) check_.fail("operands of {} are below 0", known.word);
    } else if (is_in(known.word, {"J", "j"})) {
        if (!is_in(shown(operands[0]), {"0", "1", "2"}))
            check_.fail("operands of {} are not 0, 1 or 2", known.word);
    }
}

void Content::change_text(const Operator& known, const std::vector<Value>& operands) {
    if (!marks_) return check_.fail("{} stands in a form, which only draws", known.word);
    switch (known.does) {
        case Does::BeginText:
            if (in_text_) check_.fail("BT stands between BT and ET");
            in_text_ = true;
            return;
        case Does::EndText:
            if (!in_text_) check_.fail("ET without BT");
            in_text_ = false;
            return;
        case Does::SetFont: return set_font(operands[0], operands[1].number);
        case Does::ShowText: return show(operands[0]);
        default: return;
    }
}

void Content::set_font(const Value& name, double size) {
    if (size == 0) check_.fail("the font {} has no size", shown(name));
    const auto [known, is_new] = fonts_.try_emplace(name.bytes);
    if (is_new) {
        const Object* object =
            check_.file.object(check_.file.raw(check_.file.at(resources_, "Font"), name.bytes));
        if (object) known->second = shared_.fonts.at(object->number).get();
    }
    font_ = known->second;
    if (!font_) check_.fail("the font {} is not among the resources", shown(name));
}

void Content::show(const Value& operand) {
    if (!font_) return check_.fail("a text is shown without a font");
    if (operand.is(Kind::String)) return show_string(operand.bytes);
    for (const Value& item : operand.items) {
        if (item.is(Kind::String))
            show_string(item.bytes);
        else if (!item.is_number())
            check_.fail("operands of TJ are not those that it has");
    }
}

void Content::show_string(const std::string& codes) {
    if (codes.size() % 2 != 0) return check_.fail("a string is no list of codes of two bytes");
    std::string text;
    for (std::size_t i = 0; i < codes.size(); i += 2)
        text += font_->show(static_cast<unsigned>(big_endian(codes, i, 2)));
    marks_->show(text);
}

void Content::use_resource(const Operator& known, const Value& name) {
    if (marks_) return check_.fail("{} stands outside of a form", known.word);
    if (is_in(known.word, {"cs", "CS"})) {
        if (!name.is_name("Pattern")) check_.fail("{} has another space than /Pattern", known.word);
        return;
    }
    const char* kind = known.word == "gs"   ? "ExtGState"
                       : known.word == "sh" ? "Shading"
                                            : "Pattern";
    if (!check_.file.at(resources_, kind).find(name.bytes))
        check_.fail("{} is not among the resources", shown(name));
}

void Content::paint_object(const Value& name) {
    if (in_text_) check_.fail("Do stands between BT and ET");
    if (marks_) marks_->paint("Do");
    const auto [known, is_new] = drawn_.try_emplace(name.bytes);
    if (is_new)
        known->second =
            check_.file.stream(check_.file.raw(check_.file.at(resources_, "XObject"), name.bytes));
    const Object* object = known->second;
    if (!object) return check_.fail("{} is not among the resources", shown(name));
    if (!marks_ && check_.file.at(object->value, "Subtype").is_name("Form"))
        return;  // said already
    has_mask_ = check_xobject(check_.file, *object, shared_, check_.problems) || has_mask_;
}

}  // namespace broadside::conformance
