#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What CFF fonts are written in (Adobe Technical Note 5176, 4 and 5).
namespace broadside::conformance {

inline constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

/// An INDEX: elements by number.
struct CffIndex {
    std::size_t count = 0;
    std::size_t end = kNowhere;  // kNowhere: it leaves the file
    std::string_view data = {};  // of which offset 1 is the first byte
    std::string_view offsets = {};
    std::size_t width = 1;  // of an offset

    /// None: there is no such element, or it leaves the INDEX.
    std::optional<std::string_view> element(std::size_t number) const;
};

CffIndex read_cff_index(std::string_view file, std::size_t at);

/// A number whose first byte is from 32 to 254; from 247 on, a second one is part of it.
double short_operand(std::size_t first, std::size_t second);

/// Operands by operator, of which those of two bytes are 1200 and the second one.
using CffDictionary = std::map<std::size_t, std::vector<double>>;

/// None for what is no DICT.
std::optional<CffDictionary> read_cff_dictionary(std::string_view bytes);

/// The only operand of an operator, as a place in the file; kNowhere where there is none.
std::size_t place_of(const CffDictionary& dictionary, std::size_t code);

/// The same, as a number.
double number_of(const CffDictionary& dictionary, std::size_t code, double otherwise);

/// What outlines of a CFF font share (Adobe Technical Note 5176, 15 and 16).
struct CffPrivate {
    double default_width = 0, nominal_width = 0;
    CffIndex subroutines = {};
};

/// Carries out a Type 2 charstring (Adobe Technical Note 5177) as far as its stack goes. Returns
/// the width that it says, or the default one; none, with the reason in `mistake`. `steps` is what
/// may be done yet, here and by others: subroutines make much of little.
std::optional<double> read_char_string(std::string_view code, const CffPrivate& own,
                                       const CffIndex& global_subroutines, std::size_t& steps,
                                       std::string& mistake);

}  // namespace broadside::conformance
