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
void check_function(const PdfFile& file, const Value& function, std::size_t channels,
                    const Subject& subject, Problems& problems) {
    check_keys(file, function,
               {{"FunctionType", kMust, Holds::Integer, "3"},
                {"Domain", kMust, Holds::Array},
                {"Functions", kMust, Holds::Array},
                {"Bounds", kMust, Holds::Array},
                {"Encode", kMust, Holds::Array}},
               subject, problems);
    const auto& pieces = file.at(function, "Functions").items;
    const auto& bounds = file.at(function, "Bounds").items;
    const auto& encodings = file.at(function, "Encode").items;
    const bool are_in_order = std::is_sorted(
        bounds.begin(), bounds.end(),
        [](const Value& first, const Value& second) { return first.number < second.number; });
    if (pieces.empty() || encodings.size() != 2 * pieces.size() || !are_in_order ||
        !are_parts(bounds, pieces.size() - 1))
        problems.add(subject.code, "{}: the pieces of a function do not fit its /Bounds",
                     subject.name);
    for (const Value& piece : pieces) {
        const Value& value = file.follow(piece);
        check_keys(file, value,
                   {{"FunctionType", kMust, Holds::Integer, "2"},
                    {"Domain", kMust, Holds::Array},
                    {"C0", kMust, Holds::Array},
                    {"C1", kMust, Holds::Array},
                    {"N", kMust, Holds::Integer, "1"}},
                   subject, problems);
        for (const char* key : {"C0", "C1"}) {
            if (!are_parts(file.at(value, key).items, channels))
                problems.add(subject.code, "{}: /{} is no colour of the shading", subject.name,
                             key);
        }
    }
}

void check_shading(const PdfFile& file, const Value& shading, std::string_view space,
                   const Subject& subject, Problems& problems) {
    check_keys(file, shading,
               {{"ShadingType", kMust, Holds::Integer, "2|3"},
                {"ColorSpace", kMust, Holds::Name, space},
                {"Coords", kMust, Holds::Array},
                {"Extend", kMay, Holds::Array},
                {"Function", kMust, Holds::Dictionary}},
               subject, problems);
    const std::size_t count = file.at(shading, "ShadingType").number == 2 ? 4 : 6;
    checked_numbers(file, shading, "Coords", count, subject, problems);
    check_function(file, file.at(shading, "Function"), space == "DeviceGray" ? 1 : 3, subject,
                   problems);
}

void check_pattern(const PdfFile& file, const Value& pattern, const Subject& subject,
                   Problems& problems) {
    check_keys(file, pattern,
               {{"Type", kMay, Holds::Name, "Pattern"},
                {"PatternType", kMust, Holds::Integer, "2"},
                {"Matrix", kMay, Holds::Array},
                {"Shading", kMust, Holds::Dictionary}},
               subject, problems);
    checked_numbers(file, pattern, "Matrix", 6, subject, problems);
    check_shading(file, file.at(pattern, "Shading"), "DeviceRGB", subject, problems);
}

/// PDF 1.7, 11.6.5.3: a form whose lightness is what shows.
void check_mask(const PdfFile& file, const Value& mask, SharedResources& shared,
                const Subject& user, Problems& problems) {
    check_keys(file, mask,
               {{"Type", kMay, Holds::Name, "Mask"},
                {"S", kMust, Holds::Name, "Luminosity"},
                {"G", kMust, Holds::Stream}},
               user, problems);
    const Object* form = file.stream(file.raw(mask, "G"));
    if (!form || !shared.has_mask.try_emplace(form->number, false).second) return;
    const Subject subject{fmt::format("object {} (mask)", form->number), user.code};
    check_keys(file, form->value,
               {{"Type", kMay, Holds::Name, "XObject"},
                {"Subtype", kMust, Holds::Name, "Form"},
                {"BBox", kMust, Holds::Array},
                {"Resources", kMust, Holds::Dictionary},
                {"Group", kMust, Holds::Dictionary},
                {"Length", kMust, Holds::Integer},
                {"Filter", kMay, Holds::Name, "FlateDecode"}},
               subject, problems);
    checked_numbers(file, form->value, "BBox", 4, subject, problems);
    check_keys(file, file.at(form->value, "Group"),
               {{"Type", kMay, Holds::Name, "Group"},
                {"S", kMust, Holds::Name, "Transparency"},
                {"CS", kMust, Holds::Name, "DeviceGray"}},
               subject, problems);
    const Value& resources = file.at(form->value, "Resources");
    check_keys(file, resources, {{"Shading", kMust, Holds::Dictionary}}, subject, problems);
    const Value& shadings = file.at(resources, "Shading");
    for (std::size_t i = 1; i < shadings.items.size(); i += 2)
        check_shading(file, file.follow(shadings.items[i]), "DeviceGray", subject, problems);
    const auto bytes = file.unpacked(*form, subject.code, problems);
    if (bytes) Content(file, subject, resources, nullptr, shared, problems).check(*bytes);
}

/// PDF 1.7, 8.4.5: of the parameters of a graphics state, opacity alone.
bool check_state(const PdfFile& file, const Value& state, const Subject& subject,
                 SharedResources& shared, Problems& problems) {
    check_keys(file, state,
               {{"Type", kMay, Holds::Name, "ExtGState"},
                {"ca", kMay, Holds::Number},
                {"CA", kMay, Holds::Number},
                {"SMask", kMay, Holds::Dictionary}},
               subject, problems);
    bool has_opacity = state.find("SMask") != nullptr;
    if (has_opacity) check_mask(file, file.at(state, "SMask"), shared, subject, problems);
    for (const std::string_view key : {"ca", "CA"}) {
        if (!state.find(key)) continue;
        const double opacity = file.at(state, key).number;
        if (opacity < 0 || opacity > 1)
            problems.add(subject.code, "{}: expected 0 to 1 as /{}, got {}", subject.name, key,
                         opacity);
        has_opacity = has_opacity || opacity < 1;
    }
    return has_opacity;
}

}  // namespace

bool check_paints(const PdfFile& file, const Value& resources, const Subject& subject,
                  SharedResources& shared, Problems& problems) {
    const Value& patterns = file.at(resources, "Pattern");
    for (std::size_t i = 1; i < patterns.items.size(); i += 2)
        check_pattern(file, file.follow(patterns.items[i]), subject, problems);
    bool has_opacity = false;
    const Value& states = file.at(resources, "ExtGState");
    for (std::size_t i = 1; i < states.items.size(); i += 2)
        has_opacity = check_state(file, file.follow(states.items[i]), subject, shared, problems) ||
                      has_opacity;
    return has_opacity;
}

}  // namespace broadside::conformance
