/* How functions of C are called, and what they are given. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_CALL_HPP
#define BACKUPJOBS_CALL_HPP

#include "result.hpp"

namespace backupjobs {
inline namespace BKJ_FACE {
namespace detail {

/** Overwrites a text that may be a secret. */
inline void wipe(std::string &text) noexcept {
    for (volatile char &one : text) {
        one = '\0';
    }
}

/** A text as C takes it. A NUL inside would cut it short and so name something else: it is written as the two bytes that
 *  stand for it in no UTF-8, and the library refuses the text by the name of its parameter. Copies are wiped. */
class Text {
public:
    explicit Text(std::string_view text) : copy_(text), chars_(nullptr) { seal(); }
    /** Not copied, unless it has to be changed. */
    explicit Text(const std::string &text) : chars_(text.c_str()) {
        if (text.find('\0') != std::string::npos) {
            copy_ = text;
            seal();
        }
    }
    Text(const Text &) = delete;
    Text &operator=(const Text &) = delete;
    ~Text() { wipe(copy_); }
    operator const char *() const noexcept { return chars_; }

private:
    void seal() {
        for (std::size_t at = 0; (at = copy_.find('\0', at)) != std::string::npos;) {
            copy_.replace(at, 1, "\xC0\x80");
        }
        chars_ = copy_.c_str();
    }
    std::string copy_;
    const char *chars_;
};

/** Several texts as C takes them. */
class Texts {
public:
    Texts() = default;
    explicit Texts(const std::vector<std::string> &texts) {
        for (const std::string &text : texts) {
            add(text);
        }
    }
    void add(const std::string &text) { chars_.push_back(*kept_.emplace_back(std::make_unique<Text>(text))); }
    const char *const *data() const noexcept { return chars_.data(); }
    std::size_t size() const noexcept { return chars_.size(); }

private:
    std::vector<std::unique_ptr<Text>> kept_;
    std::vector<const char *> chars_;
};

/** A text that may be absent. */
class MaybeText {
public:
    template <class T>
    explicit MaybeText(const std::optional<T> &text) {
        if (text) {
            text_.emplace(*text);
        }
    }
    operator const char *() const noexcept { return text_ ? static_cast<const char *>(*text_) : nullptr; }

private:
    std::optional<Text> text_;
};

/** A duration; where C has no place for one below zero, that is none. */
struct Span {
    std::int64_t count;
    operator std::int64_t() const noexcept { return count; }
    operator std::uint64_t() const noexcept { return count > 0 ? static_cast<std::uint64_t>(count) : 0; }
};

/** A number that is given is never taken for BKJ_ABSENT: one that looks like it is one that C refuses. */
inline std::int64_t given(std::int64_t number) noexcept { return number != BKJ_ABSENT ? number : BKJ_ABSENT - 1; }

/** What is being filled in for C; after the first setter that fails, no more are called, and no call is made with it. */
template <class C>
class Made;

/** A function of the caller's, given to C to be kept; `release` ends it. If C never gets it, it ends here. */
template <class F>
class Kept {
public:
    explicit Kept(F function) : function_(std::make_unique<F>(std::move(function))) {}
    void *give() const noexcept { return function_.release(); }
    static void release(void *function) noexcept { delete static_cast<F *>(function); }

private:
    mutable std::unique_ptr<F> function_;
};

/* Arguments as C takes them: words are numbers; what has no function of its own goes as it is. */
template <class T>
auto pass(const T &value) noexcept {
    if constexpr (std::is_enum_v<T>) {
        return static_cast<std::int32_t>(value);
    } else {
        return value;
    }
}
inline Text pass(std::string_view text) { return Text(text); }
inline Text pass(const std::string &text) { return Text(text); }
inline MaybeText pass(const std::optional<std::string_view> &text) { return MaybeText(text); }
inline MaybeText pass(const std::optional<std::string> &text) { return MaybeText(text); }
inline std::int32_t pass(const std::optional<bool> &flag) noexcept { return flag ? *flag : BKJ_ABSENT; }
template <class R, class P>
Span pass(const std::chrono::duration<R, P> &span) noexcept {
    return {span.count()};
}
inline std::int64_t pass(const TimePoint &at) noexcept { return given(at.time_since_epoch().count()); }
inline std::int64_t pass(const std::optional<std::int64_t> &number) noexcept {
    return number ? given(*number) : BKJ_ABSENT;
}
template <class R, class P>
std::int64_t pass(const std::optional<std::chrono::duration<R, P>> &span) noexcept {
    return span ? given(span->count()) : BKJ_ABSENT;
}
inline std::int64_t pass(const std::optional<TimePoint> &at) noexcept {
    return at ? pass(*at) : BKJ_ABSENT;
}
template <class F>
void *pass(const Kept<F> &function) noexcept {
    return function.give();
}
template <class C>
C *pass(const Made<C> &made) noexcept {
    return made.get();
}

template <class T>
const Error *failure(const T &) noexcept {
    return nullptr;
}
template <class C>
const Error *failure(const Made<C> &made) noexcept {
    return made.failure();
}

/** How a call ended. */
inline Result<void> ended(bkj_status status, bkj_error *err) {
    return status == BKJ_OK ? Result<void>() : Result<void>(Error(status, err));
}

/** Makes a call, if all that it is given could be made. */
template <class... P, class... A>
Result<void> call(bkj_status (*function)(P...), const A &...arguments) {
    const Error *why = nullptr;
    if (((why = failure(arguments)) || ...)) {
        return *why;
    }
    bkj_error *err = nullptr;
    const bkj_status status = function(pass(arguments)..., &err);
    return ended(status, err);
}

/** Makes a call that writes a number or a flag. */
template <class T, class... P, class... A>
Result<T> read(bkj_status (*function)(P...), const A &...arguments) {
    T value{};
    return call(function, arguments..., &value).map([&value] { return value; });
}

/* Not by map(): these stand behind every operation, and would cost each program seconds to compile. */

/** Makes a call that writes a result. */
template <class R, class C, class... P, class... A>
Result<R> make(void (*free)(C *), bkj_status (*function)(P...), const A &...arguments) {
    C *made = nullptr;
    const Result<void> done = call(function, arguments..., &made);
    return done ? Result<R>(R(own(made, free))) : Result<R>(done.error());
}

/** Makes a call that writes a result, or none. */
template <class R, class C, class... P, class... A>
Result<std::optional<R>> find(void (*free)(C *), bkj_status (*function)(P...), const A &...arguments) {
    C *found = nullptr;
    const Result<void> done = call(function, arguments..., &found);
    if (!done) {
        return done.error();
    }
    return found != nullptr ? std::optional<R>(R(own(found, free))) : std::nullopt;
}

/** Makes a call that writes what a handle R takes over. */
template <class R, class... P, class... A>
Result<R> take(bkj_status (*function)(P...), const A &...arguments) {
    typename R::c_type *made = nullptr;
    const Result<void> done = call(function, arguments..., &made);
    return done ? Result<R>(R(made)) : Result<R>(done.error());
}

/** Makes a call that writes a text, or none. */
template <class... P, class... A>
Result<std::optional<std::string>> find_text(bkj_status (*function)(P...), const A &...arguments) {
    return read<bkj_string *>(function, arguments...).map([](bkj_string *found) {
        const Handle<bkj_string> owned(found, bkj_string_free);
        return maybe_copy(bkj_string_value(found));
    });
}

/** Makes a call that writes a text. */
template <class... P, class... A>
Result<std::string> say(bkj_status (*function)(P...), const A &...arguments) {
    return find_text(function, arguments...).map([](std::optional<std::string> text) {
        return text ? *std::move(text) : std::string();
    });
}

/** Makes a call that writes several texts. */
template <class... P, class... A>
Result<std::vector<std::string>> say_all(bkj_status (*function)(P...), const A &...arguments) {
    return read<bkj_string_list *>(function, arguments...).map([](bkj_string_list *list) {
        const Handle<bkj_string_list> owned(list, bkj_string_list_free);
        std::vector<std::string> all;
        for (std::size_t i = 0; i < bkj_string_list_len(list); i++) {
            all.push_back(copy(bkj_string_list_at(list, i)));
        }
        return all;
    });
}

template <class C>
class Made {
public:
    /** Takes over what cannot fail to be made. */
    Made(C *made, void (*free)(C *)) : object_(made, free) {}
    /** Makes one by a call. */
    template <class... P, class... A>
    Made(void (*free)(C *), bkj_status (*function)(P...), const A &...arguments) : object_(nullptr, free) {
        C *made = nullptr;
        const Result<void> done = call(function, arguments..., &made);
        object_.reset(made);
        if (!done) {
            failure_ = done.error();
        }
    }
    template <class... P, class... A>
    void set(bkj_status (*setter)(C *, P...), const A &...arguments) {
        if (failure_) {
            return;
        }
        const Result<void> done = call(setter, get(), arguments...);
        if (!done) {
            failure_ = done.error();
        }
    }
    /** Sets what is given, and leaves the default of what is not. */
    template <class S, class T>
    void maybe(S setter, const std::optional<T> &value) {
        if (value) {
            set(setter, *value);
        }
    }
    template <class S>
    void set_texts(S setter, const std::vector<std::string> &texts) {
        const Texts all(texts);
        set(setter, all.data(), all.size());
    }
    /** Sets several objects, each made by its make(). */
    template <class S, class V>
    void set_each(S setter, const std::vector<V> &plain) {
        std::vector<decltype(plain.front().make())> made;
        std::vector<decltype(made.front().get())> objects;
        for (const V &one : plain) {
            made.push_back(one.make());
            objects.push_back(made.back().get());
            if (!failure_ && made.back().failure() != nullptr) {
                failure_ = *made.back().failure();
            }
        }
        set(setter, objects.data(), objects.size());
    }
    C *get() const noexcept { return object_.get(); }
    /** Why it could not be made. */
    const Error *failure() const noexcept { return failure_ ? &*failure_ : nullptr; }

private:
    Handle<C> object_;
    std::optional<Error> failure_;
};

} // namespace detail
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
