#include <string_view>

#include "broadside/conformance/check_archive.hpp"

namespace broadside::conformance {

namespace {

std::size_t four_bytes(std::string_view bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// ICC.1:2001-04 (version 2.4), 6.1 and 6.3: what a profile of a display must have.
void check_profile(const Object& object, std::string_view profile, Problems& problems) {
    constexpr std::size_t kHeader = 128, kRow = 12;
    const auto fail = [&](std::string_view what) {
        problems.add(kArchiveCode, "object {} (profile): {}", object.number, what);
    };
    if (profile.size() < kHeader + 4 || four_bytes(profile, 0) != profile.size() ||
        profile.substr(36, 4) != "acsp")
        return fail("it is no ICC profile of its length");
    if (profile[8] != 2) fail("expected a profile of version 2");
    const std::string_view kind = profile.substr(12, 4);
    if (kind != "mntr" || profile.substr(16, 8) != "RGB XYZ ")
        fail("expected a profile of a display from RGB to XYZ");
    const std::size_t count = four_bytes(profile, kHeader);
    if (count > (profile.size() - kHeader - 4) / kRow) return fail("its tags are cut off");
    for (const std::string_view wanted :
         {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}) {
        bool is_there = false;
        for (std::size_t row = kHeader + 4; row < kHeader + 4 + count * kRow; row += kRow) {
            const std::size_t place = four_bytes(profile, row + 4),
                              size = four_bytes(profile, row + 8);
            is_there = is_there || (profile.substr(row, 4) == wanted && place <= profile.size() &&
                                    size <= profile.size() - place);
        }
        if (!is_there)
            problems.add(kArchiveCode, "object {} (profile): no {}", object.number, wanted);
    }
}

}  // namespace

void check_output_intents(const PdfFile& file, Problems& problems) {
    const Value& intents = file.at(catalogue_of(file), "OutputIntents");
    if (intents.items.size() != 1) {
        problems.add(kArchiveCode, "catalogue: expected one output intent, got {}",
                     intents.items.size());
        return;
    }
    const Value& intent = file.follow(intents.items.front());
    const Subject subject{"output intent", kArchiveCode};
    check_keys(file, intent,
               {{"Type", kMay, Holds::Name, "OutputIntent"},
                {"S", kMust, Holds::Name, "GTS_PDFA1"},
                {"OutputConditionIdentifier", kMust, Holds::String},
                {"OutputCondition", kMay, Holds::String},
                {"RegistryName", kMay, Holds::String},
                {"Info", kMust, Holds::String},
                {"DestOutputProfile", kMust, Holds::Stream}},
               subject, problems);
    checked_words(file, intent, "OutputConditionIdentifier", subject, problems);
    checked_words(file, intent, "Info", subject, problems);  // no registry knows the identifier
    const Object* profile = file.stream(file.raw(intent, "DestOutputProfile"));
    if (!profile) return;
    check_keys(file, profile->value,
               {{"N", kMust, Holds::Integer, "3"},
                {"Alternate", kMay, Holds::Name, "DeviceRGB"},
                {"Length", kMust, Holds::Integer},
                {"Filter", kMay, Holds::Name, "FlateDecode"}},
               {"profile", kArchiveCode}, problems);
    if (const auto bytes = file.unpacked(*profile, kArchiveCode, problems))
        check_profile(*profile, *bytes, problems);
}

}  // namespace broadside::conformance
