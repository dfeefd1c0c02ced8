#include "broadside/conformance/checks.hpp"

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

/// What a form's content may paint with beside colours. Whether anything is seen through it.
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

using Kind = Value::Kind;

void check_group(const Check& check, const Value& dictionary) {
    if (!dictionary.find("Group")) return;
    check.keys(check.file.at(dictionary, "Group"), {{"Type", kMay, Holds::Name, "Group"},
                                                    {"S", kMust, Holds::Name, "Transparency"},
                                                    {"CS", kMust, Holds::Name, "DeviceRGB"},
                                                    {"I", kMay, Holds::Boolean},
                                                    {"K", kMay, Holds::Boolean}});
}

/// The objects of one kind that content may name.
std::vector<const Object*> resources_of(const Check& check, const Value& resources,
                                        const char* kind) {
    std::vector<const Object*> objects;
    const Value& entries = check.file.at(resources, kind);
    for (std::size_t i = 1; i < entries.items.size(); i += 2) {
        if (const Object* object = check.file.object(entries.items[i]))
            objects.push_back(object);
        else
            check.fail("the resource {} is no object of its own", shown(entries.items[i - 1]));
    }
    return objects;
}

void check_fonts(const Check& check, const Value& resources, SharedResources& shared) {
    for (const Object* object : resources_of(check, resources, "Font")) {
        auto& font = shared.fonts[object->number];
        if (!font) font = std::make_unique<Font>(check.file, *object, shared.met, check.problems);
    }
}

/// Also what is there and never drawn.
void check_page_resources(const Check& check, const Value& resources, SharedResources& shared) {
    check.keys(resources,
               {{"Font", kMay, Holds::Dictionary}, {"XObject", kMay, Holds::Dictionary}});
    const auto is_new = [&](const char* list) {
        return shared.lists.insert(&check.file.at(resources, list)).second;
    };
    if (is_new("Font")) check_fonts(check, resources, shared);
    if (!is_new("XObject")) return;
    for (const Object* object : resources_of(check, resources, "XObject"))
        check_xobject(check.file, *object, shared, check.problems);
}

/// Returns whether anything is seen through what it paints with.
bool check_form_resources(const Check& check, const Value& resources, SharedResources& shared) {
    check.keys(resources, {{"XObject", kMay, Holds::Dictionary},
                           {"ExtGState", kMay, Holds::Dictionary},
                           {"Pattern", kMay, Holds::Dictionary}});
    for (const Object* object : resources_of(check, resources, "XObject")) {
        // A form that draws another may draw itself.
        if (check.file.at(object->value, "Subtype").is_name("Form"))
            check.fail("a form draws object {}, a form", object->number);
        else
            check_xobject(check.file, *object, shared, check.problems);
    }
    return check_paints(check, resources, shared);
}

/// Returns whether it has a soft mask.
bool check_image(const PdfFile& file, const Object& image, bool is_mask, Problems& problems) {
    const Check check{file, problems, fmt::format("object {} (picture)", image.number),
                      kContentCode};
    const Value& value = image.value;
    check.keys(value,
               {{"Type", kMay, Holds::Name, "XObject"},
                {"Subtype", kMust, Holds::Name, "Image"},
                {"Width", kMust, Holds::Integer},
                {"Height", kMust, Holds::Integer},
                {"ColorSpace", kMust, Holds::Name, is_mask ? "DeviceGray" : "DeviceRGB|DeviceGray"},
                {"BitsPerComponent", kMust, Holds::Integer, "8"},
                {"SMask", kMay, Holds::Stream},
                kLength,
                {"Filter", kMay, Holds::Name, "FlateDecode|DCTDecode"}});
    if (!file.at(value, "Filter").is_name("DCTDecode")) {
        const auto bytes = check.unpacked(image);
        const double wanted = file.at(value, "Width").number * file.at(value, "Height").number *
                              (file.at(value, "ColorSpace").is_name("DeviceRGB") ? 3 : 1);
        if (bytes && static_cast<double>(bytes->size()) != wanted)
            check.fail("expected {} bytes, got {}", wanted, bytes->size());
    }
    const Object* mask = file.stream(file.raw(value, "SMask"));
    if (!mask) return false;
    if (is_mask || mask == &image)
        check.fail("a mask has a mask");
    else
        check_image(file, *mask, true, problems);
    return true;
}

bool check_form(const PdfFile& file, const Object& form, SharedResources& shared,
                Problems& problems) {
    const Check check{file, problems, fmt::format("object {} (form)", form.number), kContentCode};
    check.keys(form.value, {{"Type", kMay, Holds::Name, "XObject"},
                            {"Subtype", kMust, Holds::Name, "Form"},
                            {"FormType", kMay, Holds::Integer, "1"},
                            {"BBox", kMust, Holds::Array},
                            {"Matrix", kMay, Holds::Array},
                            {"Resources", kMust, Holds::Dictionary},
                            {"Group", kMay, Holds::Dictionary},
                            kLength,
                            kFilter});
    check.numbers(form.value, "BBox", 4);
    check.numbers(form.value, "Matrix", 6);
    check_group(check, form.value);
    const Value& resources = file.at(form.value, "Resources");
    const bool has_opacity = check_form_resources(check, resources, shared);
    const auto bytes = check.unpacked(form);
    if (!bytes) return has_opacity;
    Content content(check, resources, nullptr, shared);
    content.check(*bytes);
    return content.has_mask() || has_opacity;
}

/// The parts of a page's content, as one (PDF 1.7, 7.8.2).
std::string content_of(const PdfFile& file, const Page& page, Problems& problems) {
    const Value& raw = file.raw(*page.dictionary, "Contents");
    std::vector<const Object*> parts;
    if (file.follow(raw).is(Kind::Array)) {
        for (const Value& part : file.follow(raw).items) parts.push_back(file.stream(part));
    } else {
        parts.push_back(file.stream(raw));
    }
    std::string content;
    for (const Object* part : parts) {
        if (!part) {
            problems.add(kContentCode, "{}: expected streams as /Contents", page.name());
            continue;
        }
        Check{file, problems, fmt::format("object {} (content)", part->number), kContentCode}.keys(
            part->value, {kLength, kFilter});
        content += file.unpacked(*part, kContentCode, problems).value_or(std::string());
        content += '\n';
    }
    return content;
}

}  // namespace

bool check_xobject(const PdfFile& file, const Object& object, SharedResources& shared,
                   Problems& problems) {
    const auto [known, is_new] = shared.has_mask.try_emplace(object.number, false);
    if (is_new) {
        const bool has_mask = file.at(object.value, "Subtype").is_name("Form")
                                  ? check_form(file, object, shared, problems)
                                  : check_image(file, object, false, problems);
        known->second = has_mask;
    }
    return known->second;
}

void check_page(const PdfFile& file, Page& page, SharedResources& shared, Problems& problems) {
    const Check check{file, problems, page.name(), kContentCode};
    const Value& value = *page.dictionary;
    check.keys(value, {{"Type", kMust, Holds::Name, "Page"},
                       {"Parent", kMust, Holds::Dictionary},
                       {"MediaBox", kMust, Holds::Array},
                       {"Contents", kMust, Holds::Any},
                       {"Resources", kMust, Holds::Dictionary},
                       {"StructParents", kMust, Holds::Integer},
                       {"Tabs", kMust, Holds::Name, "S"},
                       {"Annots", kMay, Holds::Array},
                       {"Group", kMay, Holds::Dictionary}});
    check_group(check, value);
    const Value& resources = file.at(value, "Resources");
    check_page_resources(check, resources, shared);
    Marks marks(file, page, problems);
    Content content(check, resources, &marks, shared);
    content.check(content_of(file, page, problems));
    page.marks = marks.finish();
    // PDF/A-2, 6.2.10: colours that shine through are mixed in a space that is named.
    if (content.has_mask() && !value.find("Group"))
        check.fail("expected a /Group, as something is seen through");
}

}  // namespace broadside::conformance
