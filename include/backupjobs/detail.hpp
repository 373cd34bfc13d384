/* What the other headers begin with: which face they show, and how C's texts, flags, numbers and times are read. */
#ifndef BACKUPJOBS_DETAIL_HPP
#define BACKUPJOBS_DETAIL_HPP

/* A few of C's types share their names with functions, which C++ allows and -Wshadow tells. */
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include "../backupjobs.h"
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/* The two faces (see backupjobs.hpp). Everything stands in a namespace of its face, so that translation units that chose
 * differently can be linked into one program: the same name never means two things. */
#if !defined(BACKUPJOBS_NO_EXCEPTIONS) && !defined(__cpp_exceptions)
#define BACKUPJOBS_NO_EXCEPTIONS
#endif
#ifdef BACKUPJOBS_NO_EXCEPTIONS
#define BKJ_FACE results
#else
#define BKJ_FACE throwing
#endif

namespace backupjobs {
inline namespace BKJ_FACE {

using Milliseconds = std::chrono::milliseconds;
using Days = std::chrono::duration<std::int64_t, std::ratio<86400>>;
using TimePoint = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;

namespace detail {

/** Owns an object of C. */
template <class C>
using Handle = std::unique_ptr<C, void (*)(C *)>;

/** Shares an object of C; takes it over. */
template <class C>
std::shared_ptr<const C> own(C *object, void (*free)(C *)) {
    return std::shared_ptr<const C>(object, [free](const C *last) { free(const_cast<C *>(last)); });
}

inline std::string_view text(const char *text) noexcept { return text != nullptr ? text : std::string_view(); }

inline std::optional<std::string_view> maybe(const char *text) noexcept {
    return text != nullptr ? std::optional<std::string_view>(text) : std::nullopt;
}

/** The same, for what an object that is about to go tells. */
inline std::string copy(const char *text) { return text != nullptr ? text : ""; }

inline std::optional<std::string> maybe_copy(const char *text) {
    return text != nullptr ? std::optional<std::string>(text) : std::nullopt;
}

inline std::optional<bool> flag(std::int32_t flag) noexcept {
    return flag != BKJ_ABSENT ? std::optional<bool>(flag != 0) : std::nullopt;
}

/** A word that is a number in C, when it is not 0 (or whatever stands for none). */
template <class E>
std::optional<E> word(std::int32_t code, std::int32_t none) noexcept {
    return code != none ? std::optional<E>(static_cast<E>(code)) : std::nullopt;
}

/** A number that an accessor may write. */
template <class C>
std::optional<std::int64_t> number(bool (*accessor)(const C *, std::int64_t *), const C *object) noexcept {
    std::int64_t value = 0;
    return accessor(object, &value) ? std::optional<std::int64_t>(value) : std::nullopt;
}

/** A duration that an accessor may write. */
template <class D, class C>
std::optional<D> span(bool (*accessor)(const C *, std::int64_t *), const C *object) noexcept {
    const auto value = number(accessor, object);
    return value ? std::optional<D>(D(*value)) : std::nullopt;
}

/** A point in time that an accessor may write. */
template <class C>
std::optional<TimePoint> point(bool (*accessor)(const C *, std::int64_t *), const C *object) noexcept {
    const auto since = span<Milliseconds>(accessor, object);
    return since ? std::optional<TimePoint>(TimePoint(*since)) : std::nullopt;
}

/** A vendor's time. */
inline std::optional<TimePoint> time(const char *text) noexcept {
    std::int64_t ms = 0;
    return bkj_time_unix_ms(text, &ms) ? std::optional<TimePoint>(TimePoint(Milliseconds(ms))) : std::nullopt;
}

} // namespace detail
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
