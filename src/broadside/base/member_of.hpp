#pragma once

namespace broadside {

/// A member of a structure, or a member of that, by their pointers.
template <auto member, auto... members>
constexpr auto& member_of(auto& whole) {
    if constexpr (sizeof...(members) == 0)
        return whole.*member;
    else
        return member_of<members...>(whole.*member);
}

}  // namespace broadside
