#include <string_view>

#include "broadside/base/big_endian.hpp"
#include "broadside/conformance/checks.hpp"

namespace broadside::conformance {

namespace {

constexpr std::size_t kProfileHeader = 128, kTagRow = 12;

bool is_zero(std::string_view bytes) {
    return bytes.find_first_not_of('\0') == std::string_view::npos;
}

/// ICC.1:2001-04 (version 2.4), 5.1.1: year, month, day, hour, minute, second.
bool is_date(std::string_view bytes) {
    struct Range {
        std::size_t least, most;
    };
    constexpr Range kRanges[] = {{1990, 2200}, {1, 12}, {1, 31}, {0, 23}, {0, 59}, {0, 59}};
    std::size_t at = 0;
    for (const auto& [least, most] : kRanges) {
        const std::size_t number = big_endian(bytes, at, 2);
        if (number < least || number > most) return false;
        at += 2;
    }
    return true;
}

/// 6.1, table 13, and 6.1.10 and 6.1.11. Empty: nothing is wrong.
std::string_view mistake_of_header(std::string_view profile) {
    constexpr std::size_t kLastIntent = 3;
    if (profile[8] != 2) return "expected a profile of version 2";
    if (profile.substr(12, 4) != "mntr" || profile.substr(16, 8) != "RGB XYZ ")
        return "expected a profile of a display from RGB to XYZ";
    if (!is_date(profile.substr(24, 12))) return "its date is none";
    if (big_endian(profile, 64, 4) > kLastIntent) return "its rendering intent is unknown";
    constexpr std::string_view kD50("\x00\x00\xF6\xD6\x00\x01\x00\x00\x00\x00\xD3\x2D", 12);
    if (profile.substr(68, 12) != kD50) return "its illuminant is not D50";
    if (!is_zero(profile.substr(84, 44))) return "bytes of its header that mean nothing are not 0";
    return {};
}

/// A tag as 6.4 has it, by its type: 6.5.2 curveType, 6.5.26 XYZType, texts.
bool is_tag(std::string_view signature, std::string_view data) {
    if (data.size() < 12 || !is_zero(data.substr(4, 4))) return false;
    const std::string_view type = data.substr(0, 4);
    if (signature == "desc") return type == "desc";
    if (signature == "cprt") return type == "text";
    if (signature.ends_with("TRC"))
        return type == "curv" && data.size() == 12 + 2 * big_endian(data, 8, 4);
    return type == "XYZ " && data.size() == 20;
}

/// 6.3: what a profile of a display must have.
void check_profile(const Object& object, std::string_view profile, Problems& problems) {
    const auto fail = [&](std::string_view what) {
        problems.add(kArchiveCode, "object {} (profile): {}", object.number, what);
    };
    if (profile.size() < kProfileHeader + 4 || big_endian(profile, 0, 4) != profile.size() ||
        profile.substr(36, 4) != "acsp")
        return fail("it is no ICC profile of its length");
    if (const auto mistake = mistake_of_header(profile); !mistake.empty()) fail(mistake);
    const std::size_t count = big_endian(profile, kProfileHeader, 4);
    if (count > (profile.size() - kProfileHeader - 4) / kTagRow)
        return fail("its tags are cut off");
    for (const std::string_view wanted :
         {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}) {
        bool is_there = false;
        for (std::size_t row = kProfileHeader + 4; row < kProfileHeader + 4 + count * kTagRow;
             row += kTagRow) {
            const std::size_t place = big_endian(profile, row + 4, 4),
                              size = big_endian(profile, row + 8, 4);
            is_there = is_there || (profile.substr(row, 4) == wanted && place <= profile.size() &&
                                    size <= profile.size() - place &&
                                    is_tag(wanted, profile.substr(place, size)));
        }
        if (!is_there)
            problems.add(kArchiveCode, "object {} (profile): no {}, or one of another type",
                         object.number, wanted);
    }
}

}  // namespace

void check_output_intents(const PdfFile& file, Problems& problems) {
    const Value& intents = file.at(file.catalogue(), "OutputIntents");
    if (intents.items.size() != 1) {
        problems.add(kArchiveCode, "catalogue: expected one output intent, got {}",
                     intents.items.size());
        return;
    }
    const Value& intent = file.follow(intents.items.front());
    const Check check{file, problems, "output intent", kArchiveCode};
    check.keys(intent, {{"Type", kMay, Holds::Name, "OutputIntent"},
                        {"S", kMust, Holds::Name, "GTS_PDFA1"},
                        {"OutputConditionIdentifier", kMust, Holds::String},
                        {"OutputCondition", kMay, Holds::String},
                        {"RegistryName", kMay, Holds::String},
                        {"Info", kMust, Holds::String},
                        {"DestOutputProfile", kMust, Holds::Stream}});
    check.words(intent, "OutputConditionIdentifier");
    check.words(intent, "Info");  // no registry knows the identifier
    const Object* profile = file.stream(file.raw(intent, "DestOutputProfile"));
    if (!profile) return;
    Check{file, problems, "profile", kArchiveCode}.keys(
        profile->value, {{"N", kMust, Holds::Integer, "3"},
                         {"Alternate", kMay, Holds::Name, "DeviceRGB"},
                         kLength,
                         kFilter});
    if (const auto bytes = file.unpacked(*profile, kArchiveCode, problems))
        check_profile(*profile, *bytes, problems);
}

}  // namespace broadside::conformance
