#pragma once

#include <cmath>
#include <compare>
#include <cstddef>
#include <span>

namespace broadside {

/// A length in PostScript points: 1/72 inch, the unit of every noun after loading.
struct Pt {
    double value = 0;

    constexpr Pt() = default;
    constexpr explicit Pt(double points) : value(points) {}

    constexpr auto operator<=>(const Pt&) const = default;
    constexpr Pt& operator+=(Pt other) {
        value += other.value;
        return *this;
    }
    constexpr Pt& operator-=(Pt other) {
        value -= other.value;
        return *this;
    }
    constexpr Pt& operator*=(double factor) {
        value *= factor;
        return *this;
    }
};

constexpr Pt operator+(Pt a, Pt b) { return Pt(a.value + b.value); }
constexpr Pt operator-(Pt a, Pt b) { return Pt(a.value - b.value); }
constexpr Pt operator-(Pt a) { return Pt(-a.value); }
constexpr Pt operator*(Pt a, double factor) { return Pt(a.value * factor); }
constexpr Pt operator*(double factor, Pt a) { return Pt(a.value * factor); }
constexpr Pt operator/(Pt a, double divisor) { return Pt(a.value / divisor); }
constexpr double operator/(Pt a, Pt b) { return a.value / b.value; }

inline Pt sum(std::span<const Pt> lengths) {
    Pt sum;
    for (const Pt length : lengths) sum += length;
    return sum;
}

inline Pt sum(std::span<const Pt> lengths, std::size_t first, std::size_t count) {
    return sum(lengths.subspan(first, count));
}

/// Millimetres to points: 1 in = 25.4 mm = 72 pt.
constexpr Pt millimetres(double mm) { return Pt(mm * 72.0 / 25.4); }

namespace literals {
constexpr Pt operator""_pt(long double points) { return Pt(static_cast<double>(points)); }
constexpr Pt operator""_pt(unsigned long long points) { return Pt(static_cast<double>(points)); }
}  // namespace literals

/// Lengths closer than Cairo's own fixed-point grid (1/256 pt) are the same length.
inline constexpr Pt kNearly{1.0 / 256.0};

inline bool nearly(Pt a, Pt b) { return std::abs(a.value - b.value) < kNearly.value; }

/// True when `a` fits into `b`, up to the tolerance of `nearly`.
constexpr bool fits(Pt a, Pt b) { return a.value < b.value + kNearly.value; }

}  // namespace broadside
