#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How a format of a workbook shows a time of the day, or how long something takes.
namespace broadside::sheets {

struct ShownTime {
    struct Part {
        char field = '\0';        // 'h', 'm', 's', or 'a' for AM and PM; 0: words
        std::size_t size = 0;     // digits
        bool is_elapsed = false;  // "[h]": not only what is left of a day or an hour
        int decimals = 0;         // of seconds
        std::string words = {};   // of 'a' those of both halves: "AM/PM"
    };
    std::vector<Part> parts = {};

    bool has(char field) const;
};

/// `section`: the first of a format, up to its end or a semicolon. A date in it is passed over.
ShownTime time_by_format(std::string_view section);

/// Whole seconds behind minutes are left out where there are none.
std::string written_time(double days, const ShownTime& shown);

}  // namespace broadside::sheets
