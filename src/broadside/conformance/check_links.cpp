#include "broadside/conformance/check_links.hpp"

#include <algorithm>
#include <cmath>

#include "broadside/base/url.hpp"

namespace broadside::conformance {

namespace {

/// Four corners that have an area between them.
bool is_quadrilateral(const double* corners) {
    const auto [left, right] = std::minmax({corners[0], corners[2], corners[4], corners[6]});
    const auto [bottom, top] = std::minmax({corners[1], corners[3], corners[5], corners[7]});
    return !Box{left, bottom, right, top}.is_empty();
}

/// RFC 3986, 2: signs that parts of a URI are made of, and bytes in two hexadecimal digits.
bool has_signs_of_uris(std::string_view address) {
    constexpr std::string_view kHexadecimal = "0123456789ABCDEFabcdef";
    constexpr std::string_view kSigns =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
    if (address.find_first_not_of(kSigns) != std::string_view::npos) return false;
    for (std::size_t at = address.find('%'); at != std::string_view::npos;
         at = address.find('%', at + 1)) {
        const std::string_view digits = address.substr(at + 1, 2);
        if (digits.size() < 2 || digits.find_first_not_of(kHexadecimal) != std::string_view::npos)
            return false;
    }
    return true;
}

void check_place(const PdfFile& file, const Value& link, const Page& page, const Subject& subject,
                 Problems& problems) {
    const auto numbers = checked_numbers(file, link, "Rect", 4, subject, problems);
    if (!numbers) return;
    const Box box = box_of(*numbers);
    if (box.is_empty() || !page.box.holds(box))
        problems.add(kLinkCode, "{}: its /Rect is not on its page", subject.name);
    const Value& corners = file.at(link, "QuadPoints");
    if (!link.find("QuadPoints")) return;
    const std::size_t count = corners.items.size();
    const auto places = file.numbers(corners, count);
    bool is_right = places && count > 0 && count % 8 == 0;
    for (std::size_t i = 0; is_right && i < count; i += 2)
        is_right = box.holds((*places)[i], (*places)[i + 1]);
    for (std::size_t i = 0; is_right && i < count; i += 8)
        is_right = is_quadrilateral(places->data() + i);
    if (!is_right)
        problems.add(kLinkCode, "{}: expected quadrilaterals inside its /Rect as /QuadPoints",
                     subject.name);
}

void check_action(const PdfFile& file, const Value& action, const Subject& subject,
                  Problems& problems) {
    check_keys(file, action,
               {{"Type", kMay, Holds::Name, "Action"},
                {"S", kMust, Holds::Name, "URI"},
                {"URI", kMust, Holds::String}},
               subject, problems);
    const std::string& address = file.at(action, "URI").bytes;
    if (!action.find("URI")) return;
    if (!has_signs_of_uris(address) || !parse_url(address))
        problems.add(kLinkCode,
                     "{}: expected an address of the web, mail or telephone as /URI, got {}",
                     subject.name, address);
}

void check_link(const PdfFile& file, const Object& object, const Page& page, const Pages& pages,
                Problems& problems) {
    const Subject subject{fmt::format("object {} (link)", object.number), kLinkCode};
    const Value& link = object.value;
    const bool has_action = link.find("A") != nullptr;
    check_keys(file, link,
               {{"Type", kMay, Holds::Name, "Annot"},
                {"Subtype", kMust, Holds::Name, "Link"},
                {"F", kMust, Holds::Integer, "4"},
                {"Border", kMust, Holds::Array},
                {"Rect", kMust, Holds::Array},
                {"QuadPoints", kMay, Holds::Array},
                {"Contents", kMust, Holds::String},
                {"StructParent", kMust, Holds::Integer},
                {"P", kMay, Holds::Dictionary},
                {"A", kMay, Holds::Dictionary},
                {"Dest", has_action ? kMay : kMust, Holds::Array}},
               subject, problems);
    if (has_action && link.find("Dest"))
        problems.add(kLinkCode, "{}: it has both /A and /Dest", subject.name);
    const auto border = checked_numbers(file, link, "Border", 3, subject, problems);
    if (border && *border != std::vector<double>(3, 0))
        problems.add(kLinkCode, "{}: expected [0 0 0] as /Border", subject.name);
    if (link.find("P") && pages.find(file.object(file.raw(link, "P"))) != &page)
        problems.add(kLinkCode, "{}: /P is not its page", subject.name);
    checked_words(file, link, "Contents", subject, problems);
    check_place(file, link, page, subject, problems);
    check_destination(file, link, pages, subject, problems);
    if (has_action) check_action(file, file.at(link, "A"), subject, problems);
}

}  // namespace

void check_links(const PdfFile& file, Page& page, const Pages& pages, Problems& problems) {
    for (const Value& item : file.at(*page.dictionary, "Annots").items) {
        const Object* object = file.object(item);
        if (!object) {
            problems.add(kLinkCode, "{}: an annotation is no object of its own", page.name());
            continue;
        }
        check_link(file, *object, page, pages, problems);
        page.links.push_back(object->number);
    }
    std::sort(page.links.begin(), page.links.end());
    if (std::adjacent_find(page.links.begin(), page.links.end()) != page.links.end())
        problems.add(kLinkCode, "{}: an annotation stands there twice", page.name());
}

}  // namespace broadside::conformance
