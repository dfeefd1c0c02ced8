#include "broadside/conformance/check_paints.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "broadside/conformance/content.hpp"

namespace broadside::conformance {

namespace {

/// Of 0 to 1 each, as many as that.
bool are_parts(const std::vector<Value>& values, std::size_t count) {
    return values.size() == count && std::all_of(values.begin(), values.end(), [](const Value& v) {
               return v.is_number() && v.number >= 0 && v.number <= 1;
           });
}

/// PDF 1.7, 7.10: pieces that go from one colour to the next.
void check_function(const Check& check, const Value& function, std::size_t channels) {
    check.keys(function, {{"FunctionType", kMust, Holds::Integer, "3"},
                          {"Domain", kMust, Holds::Array},
                          {"Functions", kMust, Holds::Array},
                          {"Bounds", kMust, Holds::Array},
                          {"Encode", kMust, Holds::Array}});
    const auto& pieces = check.file.at(function, "Functions").items;
    const auto& bounds = check.file.at(function, "Bounds").items;
    const auto& encodings = check.file.at(function, "Encode").items;
    const bool are_in_order = std::is_sorted(
        bounds.begin(), bounds.end(),
        [](const Value& first, const Value& second) { return first.number < second.number; });
    if (pieces.empty() || encodings.size() != 2 * pieces.size() || !are_in_order ||
        !are_parts(bounds, pieces.size() - 1))
        check.fail("the pieces of a function do not fit its /Bounds");
    for (const Value& piece : pieces) {
        const Value& value = check.file.follow(piece);
        check.keys(value, {{"FunctionType", kMust, Holds::Integer, "2"},
                           {"Domain", kMust, Holds::Array},
                           {"C0", kMust, Holds::Array},
                           {"C1", kMust, Holds::Array},
                           {"N", kMust, Holds::Integer, "1"}});
        for (const char* key : {"C0", "C1"}) {
            if (!are_parts(check.file.at(value, key).items, channels))
                check.fail("/{} is no colour of the shading", key);
        }
    }
}

void check_shading(const Check& check, const Value& shading, std::string_view space) {
    check.keys(shading, {{"ShadingType", kMust, Holds::Integer, "2|3"},
                         {"ColorSpace", kMust, Holds::Name, space},
                         {"Coords", kMust, Holds::Array},
                         {"Extend", kMay, Holds::Array},
                         {"Function", kMust, Holds::Dictionary}});
    const std::size_t count = check.file.at(shading, "ShadingType").number == 2 ? 4 : 6;
    check.numbers(shading, "Coords", count);
    check_function(check, check.file.at(shading, "Function"), space == "DeviceGray" ? 1 : 3);
}

void check_pattern(const Check& check, const Value& pattern) {
    check.keys(pattern, {{"Type", kMay, Holds::Name, "Pattern"},
                         {"PatternType", kMust, Holds::Integer, "2"},
                         {"Matrix", kMay, Holds::Array},
                         {"Shading", kMust, Holds::Dictionary}});
    check.numbers(pattern, "Matrix", 6);
    check_shading(check, check.file.at(pattern, "Shading"), "DeviceRGB");
}

/// PDF 1.7, 11.6.5.3: a form whose lightness is what shows.
void check_mask(const Check& user, const Value& mask, SharedResources& shared) {
    user.keys(mask, {{"Type", kMay, Holds::Name, "Mask"},
                     {"S", kMust, Holds::Name, "Luminosity"},
                     {"G", kMust, Holds::Stream}});
    const Object* form = user.file.stream(user.file.raw(mask, "G"));
    if (!form || !shared.has_mask.try_emplace(form->number, false).second) return;
    const Check check{user.file, user.problems, fmt::format("object {} (mask)", form->number),
                      user.code};
    check.keys(form->value, {{"Type", kMay, Holds::Name, "XObject"},
                             {"Subtype", kMust, Holds::Name, "Form"},
                             {"BBox", kMust, Holds::Array},
                             {"Resources", kMust, Holds::Dictionary},
                             {"Group", kMust, Holds::Dictionary},
                             kLength,
                             kFilter});
    check.numbers(form->value, "BBox", 4);
    check.keys(check.file.at(form->value, "Group"), {{"Type", kMay, Holds::Name, "Group"},
                                                     {"S", kMust, Holds::Name, "Transparency"},
                                                     {"CS", kMust, Holds::Name, "DeviceGray"}});
    const Value& resources = check.file.at(form->value, "Resources");
    check.keys(resources, {{"Shading", kMust, Holds::Dictionary}});
    const Value& shadings = check.file.at(resources, "Shading");
    for (std::size_t i = 1; i < shadings.items.size(); i += 2)
        check_shading(check, check.file.follow(shadings.items[i]), "DeviceGray");
    const auto bytes = check.unpacked(*form);
    if (bytes) Content(check, resources, nullptr, shared).check(*bytes);
}

/// PDF 1.7, 8.4.5: of the parameters of a graphics state, opacity alone.
bool check_state(const Check& check, const Value& state, SharedResources& shared) {
    check.keys(state, {{"Type", kMay, Holds::Name, "ExtGState"},
                       {"ca", kMay, Holds::Number},
                       {"CA", kMay, Holds::Number},
                       {"SMask", kMay, Holds::Dictionary}});
    bool has_opacity = state.find("SMask") != nullptr;
    if (has_opacity) check_mask(check, check.file.at(state, "SMask"), shared);
    for (const std::string_view key : {"ca", "CA"}) {
        if (!state.find(key)) continue;
        const double opacity = check.file.at(state, key).number;
        if (opacity < 0 || opacity > 1) check.fail("expected 0 to 1 as /{}, got {}", key, opacity);
        has_opacity = has_opacity || opacity < 1;
    }
    return has_opacity;
}

}  // namespace

bool check_paints(const Check& check, const Value& resources, SharedResources& shared) {
    const Value& patterns = check.file.at(resources, "Pattern");
    for (std::size_t i = 1; i < patterns.items.size(); i += 2)
        check_pattern(check, check.file.follow(patterns.items[i]));
    bool has_opacity = false;
    const Value& states = check.file.at(resources, "ExtGState");
    for (std::size_t i = 1; i < states.items.size(); i += 2)
        has_opacity = check_state(check, check.file.follow(states.items[i]), shared) || has_opacity;
    return has_opacity;
}

}  // namespace broadside::conformance
