#pragma once

#include <cstddef>
#include <map>
#include <string>

/// How long texts may be, measured by somebody who can: nothing here knows pages.
namespace broadside::i18n {

/// The place of one text on the page, and what the text takes of it.
struct Room {
    double mm_available = 0;
    double mm_used = 0;
    std::size_t characters_available = 0;
    std::size_t characters_used = 0;
};

/// The rooms of one language in one layout, by key of the text. What is not printed has none.
struct LayoutRooms {
    std::string layout;
    std::map<std::string, Room> rooms;
};

}  // namespace broadside::i18n
