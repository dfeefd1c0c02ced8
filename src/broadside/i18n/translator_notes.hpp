#pragma once

#include <string>
#include <vector>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/i18n/room.hpp"

namespace broadside::i18n {

/// What a translator should know of a text: what it is, which marks to keep, how long it may be.
/// One line each.
std::vector<std::string> translator_notes(const Message& message,
                                          const std::vector<LayoutRooms>& rooms);

}  // namespace broadside::i18n
