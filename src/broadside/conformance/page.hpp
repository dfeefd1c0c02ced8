#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/conformance/pdf_file.hpp"

namespace broadside::conformance {

struct Box {
    double left = 0, bottom = 0, right = 0, top = 0;

    // Numbers are written with few decimals.
    static constexpr double kTolerance = 0.01;
    bool holds(double x, double y) const {
        return x >= left - kTolerance && x <= right + kTolerance && y >= bottom - kTolerance &&
               y <= top + kTolerance;
    }
    bool holds(const Box& other) const {
        return holds(other.left, other.bottom) && holds(other.right, other.top);
    }
    bool is_empty() const { return right <= left || top <= bottom; }
};

inline Box box_of(const std::vector<double>& numbers) {
    return {numbers[0], numbers[1], numbers[2], numbers[3]};
}

/// A mark of a page's content, by its MCID.
struct MarkedContent {
    std::size_t times = 0;  // that the MCID was met
    bool has_text = false;  // a blank, too
    bool is_seen = false;   // a drawing, or text that is no blank
};

/// A page, and what its content says about marks.
struct Page {
    int number = 0;         // of its object
    std::size_t index = 0;  // from 0
    const Value* dictionary = nullptr;
    Box box;
    std::vector<MarkedContent> marks = {};
    std::vector<int> links = {};  // objects of its annotations

    std::string name() const { return "page " + std::to_string(index + 1); }
};

/// The pages of a file, in their order.
struct Pages {
    std::vector<Page> all = {};
    std::map<int, std::size_t> by_object = {};

    /// Null when the object is none, or no page.
    const Page* find(const Object* object) const {
        const auto found = object ? by_object.find(object->number) : by_object.end();
        return found == by_object.end() ? nullptr : &all[found->second];
    }
};

}  // namespace broadside::conformance
