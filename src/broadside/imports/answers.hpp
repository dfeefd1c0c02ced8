#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Words and signs for yes, no and what lies between.
namespace broadside::imports {

enum class Answer { Yes, Partial, No, Unknown, None };

inline constexpr std::size_t kAnswers = 5;

/// What a dataset calls it, and the shipped symbol for it.
std::string_view name_of(Answer answer);

/// Whether a dataset calls an answer so.
bool is_name_of_answer(std::string_view id);

/// Its word in a language, else in English.
std::string_view word_for(Answer answer, std::string_view language);

/// What the head over the names of rows is called where a sheet leaves it empty.
std::string_view word_for_name(std::string_view language);

/// How a text answers.
struct AnswerText {
    Answer answer = Answer::Yes;
    std::string word = {};           // as the text has it, or a sign
    std::string rest = {};           // that stands behind the word: "4.0+"
    std::string_view language = {};  // of the word, where only one has it
    bool is_cross = false;           // an x, which says yes where nothing else does
    bool is_circle = false;          // an empty one, which says no beside a full one

    /// A dash or a question mark, which tells nothing of what its column holds.
    bool is_missing() const { return answer == Answer::None || answer == Answer::Unknown; }
};

std::optional<AnswerText> answer_of(std::string_view text);

}  // namespace broadside::imports
