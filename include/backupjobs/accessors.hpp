/* Macros that name accessors, operations and classes; backupjobs.hpp takes them away again. */
#ifndef BACKUPJOBS_ACCESSORS_HPP
#define BACKUPJOBS_ACCESSORS_HPP

#include "detail.hpp"

/* BKJ_TEXT(type, field) declares field() by bkj_type_field(). Texts are views, which live as long as the object; of an
 * object that ends with the expression, such as that in server.start(job).run().id(), they are copies. */
#define BKJ_TEXT(T, f) BKJ_TEXT_AS(T, f, f)
#define BKJ_TEXT_AS(T, f, name) \
    [[nodiscard]] std::string_view name() const & { return detail::text(bkj_##T##_##f(get())); } \
    [[nodiscard]] std::string name() const && { return detail::copy(bkj_##T##_##f(get())); }
#define BKJ_JSON(T, f) BKJ_TEXT(T, f##_json)
#define BKJ_OPT(T, f) BKJ_OPT_AS(T, f, f)
#define BKJ_OPT_AS(T, f, name) \
    [[nodiscard]] std::optional<std::string_view> name() const & { return detail::maybe(bkj_##T##_##f(get())); } \
    [[nodiscard]] std::optional<std::string> name() const && { return detail::maybe_copy(bkj_##T##_##f(get())); }
#define BKJ_WORD(T, f) \
    BKJ_OPT(T, f) \
    [[nodiscard]] std::int32_t f##_code() const noexcept { return bkj_##T##_##f##_code(get()); }
#define BKJ_FLAG(T, f) [[nodiscard]] std::optional<bool> f() const noexcept { return detail::flag(bkj_##T##_##f(get())); }
#define BKJ_IS(T, f) [[nodiscard]] bool f() const noexcept { return bkj_##T##_##f(get()); }
#define BKJ_NUM(T, f) \
    [[nodiscard]] std::optional<std::int64_t> f() const noexcept { return detail::number(bkj_##T##_##f, get()); }
/* A duration; of a field f_ms in milliseconds. */
#define BKJ_SPAN(T, f, D) \
    [[nodiscard]] std::optional<D> f() const noexcept { return detail::span<D>(bkj_##T##_##f, get()); }
#define BKJ_MS(T, f) \
    [[nodiscard]] std::optional<Milliseconds> f() const noexcept { \
        return detail::span<Milliseconds>(bkj_##T##_##f##_ms, get()); \
    }
#define BKJ_AT(T, f) \
    [[nodiscard]] std::optional<TimePoint> f() const noexcept { return detail::point(bkj_##T##_##f, get()); }
#define BKJ_TIME(T, f) \
    [[nodiscard]] std::optional<TimePoint> f() const noexcept { return detail::time(bkj_##T##_##f(get())); } \
    BKJ_OPT_AS(T, f, f##_raw)
#define BKJ_ENUM(T, f, E) [[nodiscard]] E f() const noexcept { return static_cast<E>(bkj_##T##_##f(get())); }
/* An outcome: nothing while it is not known to be over. */
#define BKJ_OUTCOME(T) \
    [[nodiscard]] std::optional<Outcome> outcome() const noexcept { \
        return detail::word<Outcome>(bkj_##T##_outcome(get()), BKJ_ABSENT); \
    }
#define BKJ_INSIDE(T, f, R) \
    [[nodiscard]] std::optional<R> f() const { return maybe_part<R>(bkj_##T##_##f(get())); }
#define BKJ_VECTOR(T, f, R, element, quality) \
    [[nodiscard]] std::vector<R> f() const quality { \
        std::vector<R> all; \
        for (std::size_t i = 0; i < bkj_##T##_##f##_len(get()); i++) { \
            all.push_back(element(bkj_##T##_##f##_at(get(), i))); \
        } \
        return all; \
    }
#define BKJ_EACH(T, f, R) BKJ_VECTOR(T, f, R, this->template part<R>, )
#define BKJ_TEXTS(T, f) \
    BKJ_VECTOR(T, f, std::string_view, detail::text, &) BKJ_VECTOR(T, f, std::string, detail::copy, &&)
#define BKJ_BITS(T, f) BKJ_VECTOR(T, f, bool, bool, )
#define BKJ_LIST(R, T) \
    using R##List = detail::List<R, struct ::bkj_##T##_list, ::bkj_##T##_list_len, ::bkj_##T##_list_at>;
#define BKJ_ITER(R, T) \
    using R##Rows = detail::Rows<R, struct ::bkj_##T##_iter, ::bkj_##T##_iter_next, ::bkj_##T##_free, ::bkj_##T##_iter_free>;
/* A class of results. */
#define BKJ_RESULT(R, T) \
class R : public detail::Object<struct ::bkj_##T> { \
public: \
    using Object::Object;

/* Makes a call that writes an object of type bkj_T: a result R; one that may be missing; a handle R; an iterator over R. */
#define BKJ_MAKE(R, T, ...) detail::give(detail::make<R>(::bkj_##T##_free, __VA_ARGS__))
#define BKJ_FIND(R, T, ...) detail::give(detail::find<R>(::bkj_##T##_free, __VA_ARGS__))
#define BKJ_TAKE(R, ...) detail::give(detail::take<R>(__VA_ARGS__))
#define BKJ_ROWS(R, T, ...) BKJ_TAKE(R##Rows, __VA_ARGS__)
/* Operations of client S: without result, of one object by its id, of all there are. */
#define BKJ_DO(S, f) \
    Returns<void> f(std::string_view id) const { return detail::give(detail::call(bkj_##S##_##f, get(), id)); }
#define BKJ_GET(S, f, R, T) \
    [[nodiscard]] Returns<R> f(std::string_view id) const { return BKJ_MAKE(R, T, ::bkj_##S##_##f, get(), id); }
#define BKJ_ALL(S, f, R, T) [[nodiscard]] Returns<R> f() const { return BKJ_MAKE(R, T, ::bkj_##S##_##f, get()); }
/* What all clients have. */
#define BKJ_CLIENT(S) \
    BKJ_TEXT(S, url) \
    /** The same client, whose calls the token cancels. */ \
    [[nodiscard]] Returns<Client> with_cancel(const CancelToken &cancel) const { \
        return BKJ_TAKE(Client, bkj_##S##_with_cancel, get(), cancel.get()); \
    } \
    Returns<void> login() const { return detail::give(detail::call(bkj_##S##_login, get())); } \
    Returns<void> close() const { return detail::give(detail::call(bkj_##S##_close, get())); }

#endif
