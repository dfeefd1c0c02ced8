#include "broadside/conformance/check_content.hpp"

#include "broadside/conformance/check_paints.hpp"
#include "broadside/conformance/content.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

void check_group(const PdfFile& file, const Value& dictionary, const Subject& subject,
                 Problems& problems) {
    if (!dictionary.find("Group")) return;
    check_keys(file, file.at(dictionary, "Group"),
               {{"Type", kMay, Holds::Name, "Group"},
                {"S", kMust, Holds::Name, "Transparency"},
                {"CS", kMust, Holds::Name, "DeviceRGB"},
                {"I", kMay, Holds::Boolean},
                {"K", kMay, Holds::Boolean}},
               subject, problems);
}

/// The objects of one kind that content may name.
std::vector<const Object*> resources_of(const PdfFile& file, const Value& resources,
                                        const char* kind, const Subject& subject,
                                        Problems& problems) {
    std::vector<const Object*> objects;
    const Value& entries = file.at(resources, kind);
    for (std::size_t i = 1; i < entries.items.size(); i += 2) {
        if (const Object* object = file.object(entries.items[i]))
            objects.push_back(object);
        else
            problems.add(kContentCode, "{}: the resource {} is no object of its own", subject.name,
                         shown(entries.items[i - 1]));
    }
    return objects;
}

void check_fonts(const PdfFile& file, const Value& resources, const Subject& subject,
                 SharedResources& shared, Problems& problems) {
    for (const Object* object : resources_of(file, resources, "Font", subject, problems)) {
        auto& font = shared.fonts[object->number];
        if (!font) font = std::make_unique<Font>(file, *object, shared.met, problems);
    }
}

/// Also what is there and never drawn.
void check_page_resources(const PdfFile& file, const Value& resources, const Subject& subject,
                          SharedResources& shared, Problems& problems) {
    check_keys(file, resources,
               {{"Font", kMay, Holds::Dictionary}, {"XObject", kMay, Holds::Dictionary}}, subject,
               problems);
    const auto is_new = [&](const char* list) {
        return shared.lists.insert(&file.at(resources, list)).second;
    };
    if (is_new("Font")) check_fonts(file, resources, subject, shared, problems);
    if (!is_new("XObject")) return;
    for (const Object* object : resources_of(file, resources, "XObject", subject, problems))
        check_xobject(file, *object, shared, problems);
}

/// Returns whether anything is seen through what it paints with.
bool check_form_resources(const PdfFile& file, const Value& resources, const Subject& subject,
                          SharedResources& shared, Problems& problems) {
    check_keys(file, resources,
               {{"XObject", kMay, Holds::Dictionary},
                {"ExtGState", kMay, Holds::Dictionary},
                {"Pattern", kMay, Holds::Dictionary}},
               subject, problems);
    for (const Object* object : resources_of(file, resources, "XObject", subject, problems)) {
        // A form that draws another may draw itself.
        if (file.at(object->value, "Subtype").is_name("Form"))
            problems.add(kContentCode, "{}: a form draws object {}, a form", subject.name,
                         object->number);
        else
            check_xobject(file, *object, shared, problems);
    }
    return check_paints(file, resources, subject, shared, problems);
}

/// Returns whether it has a soft mask.
bool check_image(const PdfFile& file, const Object& image, bool is_mask, Problems& problems) {
    const Subject subject{fmt::format("object {} (picture)", image.number), kContentCode};
    const Value& value = image.value;
    check_keys(file, value,
               {{"Type", kMay, Holds::Name, "XObject"},
                {"Subtype", kMust, Holds::Name, "Image"},
                {"Width", kMust, Holds::Integer},
                {"Height", kMust, Holds::Integer},
                {"ColorSpace", kMust, Holds::Name, is_mask ? "DeviceGray" : "DeviceRGB|DeviceGray"},
                {"BitsPerComponent", kMust, Holds::Integer, "8"},
                {"SMask", kMay, Holds::Stream},
                {"Length", kMust, Holds::Integer},
                {"Filter", kMay, Holds::Name, "FlateDecode|DCTDecode"}},
               subject, problems);
    if (!file.at(value, "Filter").is_name("DCTDecode")) {
        const auto bytes = file.unpacked(image, kContentCode, problems);
        const double wanted = file.at(value, "Width").number * file.at(value, "Height").number *
                              (file.at(value, "ColorSpace").is_name("DeviceRGB") ? 3 : 1);
        if (bytes && static_cast<double>(bytes->size()) != wanted)
            problems.add(kContentCode, "{}: expected {} bytes, got {}", subject.name, wanted,
                         bytes->size());
    }
    const Object* mask = file.stream(file.raw(value, "SMask"));
    if (!mask) return false;
    if (is_mask || mask == &image)
        problems.add(kContentCode, "{}: a mask has a mask", subject.name);
    else
        check_image(file, *mask, true, problems);
    return true;
}

bool check_form(const PdfFile& file, const Object& form, SharedResources& shared,
                Problems& problems) {
    const Subject subject{fmt::format("object {} (form)", form.number), kContentCode};
    check_keys(file, form.value,
               {{"Type", kMay, Holds::Name, "XObject"},
                {"Subtype", kMust, Holds::Name, "Form"},
                {"FormType", kMay, Holds::Integer, "1"},
                {"BBox", kMust, Holds::Array},
                {"Matrix", kMay, Holds::Array},
                {"Resources", kMust, Holds::Dictionary},
                {"Group", kMay, Holds::Dictionary},
                {"Length", kMust, Holds::Integer},
                {"Filter", kMay, Holds::Name, "FlateDecode"}},
               subject, problems);
    checked_numbers(file, form.value, "BBox", 4, subject, problems);
    checked_numbers(file, form.value, "Matrix", 6, subject, problems);
    check_group(file, form.value, subject, problems);
    const Value& resources = file.at(form.value, "Resources");
    const bool has_opacity = check_form_resources(file, resources, subject, shared, problems);
    const auto bytes = file.unpacked(form, kContentCode, problems);
    if (!bytes) return has_opacity;
    Content content(file, subject, resources, nullptr, shared, problems);
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
        check_keys(
            file, part->value,
            {{"Length", kMust, Holds::Integer}, {"Filter", kMay, Holds::Name, "FlateDecode"}},
            {fmt::format("object {} (content)", part->number), kContentCode}, problems);
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
    const Subject subject{page.name(), kContentCode};
    const Value& value = *page.dictionary;
    check_keys(file, value,
               {{"Type", kMust, Holds::Name, "Page"},
                {"Parent", kMust, Holds::Dictionary},
                {"MediaBox", kMust, Holds::Array},
                {"Contents", kMust, Holds::Any},
                {"Resources", kMust, Holds::Dictionary},
                {"StructParents", kMust, Holds::Integer},
                {"Tabs", kMust, Holds::Name, "S"},
                {"Annots", kMay, Holds::Array},
                {"Group", kMay, Holds::Dictionary}},
               subject, problems);
    check_group(file, value, subject, problems);
    const Value& resources = file.at(value, "Resources");
    check_page_resources(file, resources, subject, shared, problems);
    Marks marks(file, page, problems);
    Content content(file, subject, resources, &marks, shared, problems);
    content.check(content_of(file, page, problems));
    page.marks = marks.finish();
    // PDF/A-2, 6.2.10: colours that shine through are mixed in a space that is named.
    if (content.has_mask() && !value.find("Group"))
        problems.add(kContentCode, "{}: expected a /Group, as something is seen through",
                     subject.name);
}

}  // namespace broadside::conformance
