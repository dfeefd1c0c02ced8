#include "broadside/sheets/raised_text.hpp"

#include <algorithm>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::sheets {

namespace {

/// The characters of a run above the line. Words ("st", "TM") stay as they are: only letters that
/// stand alone are marks.
std::string raised(std::string_view text, bool has_marks) {
    const bool has_digit = std::any_of(text.begin(), text.end(), unicode::is_ascii_digit);
    const auto is_word = [&](std::size_t at) {
        return at < text.size() && (unicode::is_ascii_letter_or_digit(text[at]) ||
                                    static_cast<unsigned char>(text[at]) >= 0x80);
    };
    const auto are_letters = [&](std::size_t at) {
        return unicode::is_ascii_letter(text[at]) && at + 1 < text.size() &&
               unicode::is_ascii_letter(text[at + 1]);
    };
    bool has_words = false;
    for (std::size_t i = 0; i < text.size(); ++i) has_words = has_words || are_letters(i);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        // "1)" is what others write "¹".
        if (has_marks && !has_words && (c == '(' || c == ')')) continue;
        if (text.substr(i).starts_with("−")) {
            c = '-';
            i += std::string_view("−").size() - 1;
        }
        const bool is_alone = has_marks && !is_word(i + 1) && (i == 0 || !is_word(i - 1));
        const bool is_kept = unicode::is_ascii_letter(c) ? !is_alone : !has_digit;
        const std::string_view character = is_kept ? "" : unicode::superscript_of(c);
        if (character.empty()) {
            result += c;
        } else {
            result += character;
        }
    }
    return result;
}

}  // namespace

void RaisedText::add(std::string_view characters, bool is_raised) {
    if (characters.empty()) return;
    if (runs_.empty() || runs_.back().is_raised != is_raised) runs_.push_back({{}, is_raised});
    runs_.back().text += characters;
    size_ += characters.size();
}

std::string RaisedText::text() const {
    const auto says = [](std::string_view signs) {
        return [signs](const Run& run) {
            return !run.is_raised && run.text.find_first_not_of(signs) != std::string::npos;
        };
    };
    const bool has_other = std::any_of(runs_.begin(), runs_.end(), says(" \t\r\n")) || size_ == 1;
    // Behind it stand marks alone.
    const auto end = std::find_if(runs_.rbegin(), runs_.rend(), says(" \t\r\n,")).base();
    std::string text;
    bool begins_line = true;
    for (auto run = runs_.begin(); run != runs_.end(); ++run) {
        text +=
            has_other && run->is_raised ? raised(run->text, run >= end || begins_line) : run->text;
        const std::size_t last = run->text.find_last_not_of(" \t");
        if (last != std::string::npos) begins_line = run->text[last] == '\n';
    }
    return text;
}

}  // namespace broadside::sheets
