#include "broadside/i18n/translator_notes.hpp"

#include <string_view>

#include <fmt/format.h>

#include "broadside/resolve/markup.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::i18n {

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

bool has_markup(const Message& message) {
    return message.form == model::TextForm::Rich &&
           resolve::without_markup(message.source) != message.source;
}

}  // namespace

std::vector<std::string> translator_notes(const Message& message,
                                          const std::vector<LayoutRooms>& rooms) {
    std::vector<std::string> notes = {message.context};
    if (!message.is_asked) notes.push_back("may stay as it is: a name, an address or a number");
    if (has_markup(message))
        notes.push_back("**…** is printed bold, _…_ small: keep the marks around the same words");
    if (has(message.source, "\n")) notes.push_back("\\n is a line break: keep their number");
    if (has(message.source, unicode::kNoBreakSpace) ||
        has(message.source, unicode::kNarrowNoBreakSpace))
        notes.push_back("has a no-break space, which looks like a space");
    for (const LayoutRooms& layout : rooms) {
        const auto room = layout.rooms.find(message.key);
        if (room == layout.rooms.end()) continue;
        // Until there are words, nobody knows how wide theirs are.
        const bool is_guess = message.translation.empty();
        notes.push_back(fmt::format(
            "at most about {} characters{}, {:.1f} mm ({})", room->second.characters_available,
            is_guess ? " as wide as the source's" : "", room->second.mm_available, layout.layout));
    }
    return notes;
}

}  // namespace broadside::i18n
