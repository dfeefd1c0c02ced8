#include "broadside/conformance/checks.hpp"

#include <algorithm>

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

void check_place(const Check& check, const Value& link, const Page& page) {
    const auto numbers = check.numbers(link, "Rect", 4);
    if (!numbers) return;
    const Box box = box_of(*numbers);
    if (box.is_empty() || !page.box.holds(box)) check.fail("its /Rect is not on its page");
    const Value& corners = check.file.at(link, "QuadPoints");
    if (!link.find("QuadPoints")) return;
    const std::size_t count = corners.items.size();
    const auto places = check.file.numbers(corners, count);
    bool is_right = places && count > 0 && count % 8 == 0;
    for (std::size_t i = 0; is_right && i < count; i += 2)
        is_right = box.holds((*places)[i], (*places)[i + 1]);
    for (std::size_t i = 0; is_right && i < count; i += 8)
        is_right = is_quadrilateral(places->data() + i);
    if (!is_right) check.fail("expected quadrilaterals inside its /Rect as /QuadPoints");
}

void check_action(const Check& check, const Value& action) {
    check.keys(action, {{"Type", kMay, Holds::Name, "Action"},
                        {"S", kMust, Holds::Name, "URI"},
                        {"URI", kMust, Holds::String}});
    const std::string& address = check.file.at(action, "URI").bytes;
    if (!action.find("URI")) return;
    if (!has_signs_of_uris(address) || !parse_url(address))
        check.fail("expected an address of the web, mail or telephone as /URI, got {}", address);
}

void check_link(const PdfFile& file, const Object& object, const Page& page, const Pages& pages,
                Problems& problems) {
    const Check check{file, problems, fmt::format("object {} (link)", object.number), kLinkCode};
    const Value& link = object.value;
    const bool has_action = link.find("A") != nullptr;
    check.keys(link, {{"Type", kMay, Holds::Name, "Annot"},
                      {"Subtype", kMust, Holds::Name, "Link"},
                      {"F", kMust, Holds::Integer, "4"},
                      {"Border", kMust, Holds::Array},
                      {"Rect", kMust, Holds::Array},
                      {"QuadPoints", kMay, Holds::Array},
                      {"Contents", kMust, Holds::String},
                      {"StructParent", kMust, Holds::Integer},
                      {"P", kMay, Holds::Dictionary},
                      {"A", kMay, Holds::Dictionary},
                      {"Dest", has_action ? kMay : kMust, Holds::Array}});
    if (has_action && link.find("Dest")) check.fail("it has both /A and /Dest");
    const auto border = check.numbers(link, "Border", 3);
    if (border && *border != std::vector<double>(3, 0)) check.fail("expected [0 0 0] as /Border");
    if (link.find("P") && pages.find(file.object(file.raw(link, "P"))) != &page)
        check.fail("/P is not its page");
    check.words(link, "Contents");
    check_place(check, link, page);
    check.destination(link, pages);
    if (has_action) check_action(check, file.at(link, "A"));
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
