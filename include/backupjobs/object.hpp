/* Objects of C: handles, which are moved, and results, which are shared; lists of them. Include backupjobs.hpp, which has all. */
#ifndef BACKUPJOBS_OBJECT_HPP
#define BACKUPJOBS_OBJECT_HPP

#include "call.hpp"

#include <iterator>

namespace backupjobs {
inline namespace BKJ_FACE {
namespace detail {

/** A handle: moved, never copied. */
template <class C, void (*Free)(C *)>
class Owner {
public:
    using c_type = C;
    /** Takes over an object of C. */
    explicit Owner(C *object) noexcept : object_(object, Free) {}
    /** The C object, which lives as long as this; NULL after a move. */
    [[nodiscard]] C *get() const noexcept { return object_.get(); }

private:
    Handle<C> object_;
};

/** A result, or a part of one, which then keeps the whole alive. */
template <class C>
class Object {
public:
    using c_type = C;
    explicit Object(std::shared_ptr<const C> object) noexcept : object_(std::move(object)) {}
    /** The C object, which lives as long as this or any copy. */
    [[nodiscard]] const C *get() const noexcept { return object_.get(); }

protected:
    template <class P>
    std::shared_ptr<const P> shared(const P *part) const noexcept {
        return std::shared_ptr<const P>(object_, part);
    }
    template <class T>
    T part(const typename T::c_type *part) const {
        return T(shared(part));
    }
    template <class T>
    std::optional<T> maybe_part(const typename T::c_type *found) const {
        return found != nullptr ? std::optional<T>(part<T>(found)) : std::nullopt;
    }

private:
    std::shared_ptr<const C> object_;
};

template <class T, class L>
using At = const typename T::c_type *(*)(const L *, std::size_t);

/** A list of results: a random access range. Its elements are made when they are asked for, so `*iterator` is a value and
 *  no reference: C++20 takes the iterators for what they are, C++17 has no better name for them than input iterators. */
template <class T, class L, std::size_t (*Len)(const L *), At<T, L> Element>
class List : public Object<L> {
public:
    using Object<L>::Object;
    class iterator {
        struct Arrow {
            T element;
            const T *operator->() const noexcept { return &element; }
        };

    public:
        using iterator_concept = std::random_access_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = Arrow;
        using reference = T;
        iterator() = default;
        iterator(const List *list, std::size_t index) noexcept : list_(list), index_(static_cast<difference_type>(index)) {}
        T operator*() const { return (*this)[0]; }
        Arrow operator->() const { return {**this}; }
        T operator[](difference_type n) const { return (*list_)[static_cast<std::size_t>(index_ + n)]; }
        iterator &operator+=(difference_type n) noexcept { return index_ += n, *this; }
        iterator &operator-=(difference_type n) noexcept { return *this += -n; }
        iterator &operator++() noexcept { return *this += 1; }
        iterator &operator--() noexcept { return *this -= 1; }
        iterator operator++(int) noexcept { return ++*this, *this - 1; }
        iterator operator--(int) noexcept { return --*this, *this + 1; }
        friend iterator operator+(iterator at, difference_type n) noexcept { return at += n; }
        friend iterator operator+(difference_type n, iterator at) noexcept { return at += n; }
        friend iterator operator-(iterator at, difference_type n) noexcept { return at -= n; }
        friend difference_type operator-(const iterator &a, const iterator &b) noexcept { return a.index_ - b.index_; }
        friend bool operator==(const iterator &a, const iterator &b) noexcept { return a.index_ == b.index_; }
        friend bool operator!=(const iterator &a, const iterator &b) noexcept { return a.index_ != b.index_; }
        friend bool operator<(const iterator &a, const iterator &b) noexcept { return a.index_ < b.index_; }
        friend bool operator>(const iterator &a, const iterator &b) noexcept { return a.index_ > b.index_; }
        friend bool operator<=(const iterator &a, const iterator &b) noexcept { return a.index_ <= b.index_; }
        friend bool operator>=(const iterator &a, const iterator &b) noexcept { return a.index_ >= b.index_; }

    private:
        const List *list_ = nullptr;
        difference_type index_ = 0;
    };
    using value_type = T;
    using const_iterator = iterator;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    [[nodiscard]] std::size_t size() const noexcept { return Len(this->get()); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    /** An index beyond the end throws std::out_of_range; without exceptions, it ends the program. */
    [[nodiscard]] T operator[](std::size_t index) const {
        const typename T::c_type *element = Element(this->get(), index);
        if (element == nullptr) {
#ifdef BACKUPJOBS_NO_EXCEPTIONS
            stop("backupjobs: no such element in the list");
#else
            throw std::out_of_range("backupjobs: no such element in the list");
#endif
        }
        return this->template part<T>(element);
    }
    [[nodiscard]] iterator begin() const noexcept { return iterator(this, 0); }
    [[nodiscard]] iterator end() const noexcept { return iterator(this, size()); }
};

/** Rows of a list, read page by page: an input range, to be gone through once, on one thread. Holds one page, and the
 *  connection. Without exceptions each row is a Result, and one without a value is the last. */
template <class T, class I, bkj_status (*Next)(I *, typename T::c_type **, bkj_error **), void (*FreeRow)(typename T::c_type *),
          void (*Free)(I *)>
class Rows : public Owner<I, Free> {
public:
    using Owner<I, Free>::Owner;
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Returns<T>;
        using difference_type = std::ptrdiff_t;
        using pointer = const value_type *;
        using reference = const value_type &;
        iterator() = default;
        explicit iterator(Rows *rows) : rows_(rows) { ++*this; }
        reference operator*() const { return *row_; }
        pointer operator->() const { return &*row_; }
        iterator &operator++() {
            Result<std::optional<T>> next = rows_->read_next();
            row_.reset();
            if (!next) {
                row_.emplace(give(Result<T>(next.error())));
            } else if (*next) {
                row_.emplace(give(Result<T>(**std::move(next))));
            }
            return *this;
        }
        void operator++(int) { ++*this; }
        /** Equal only at the end. */
        friend bool operator==(const iterator &a, const iterator &b) noexcept { return !a.row_ && !b.row_; }
        friend bool operator!=(const iterator &a, const iterator &b) noexcept { return !(a == b); }

    private:
        Rows *rows_ = nullptr;
        std::optional<value_type> row_;
    };
    /** The next row; nothing after the last. After an error there is none. */
    [[nodiscard]] Returns<std::optional<T>> next() { return give(read_next()); }
    [[nodiscard]] iterator begin() { return iterator(this); }
    [[nodiscard]] iterator end() noexcept { return iterator(); }

private:
    Result<std::optional<T>> read_next() { return find<T>(FreeRow, Next, this->get()); }
};

} // namespace detail
} // namespace BKJ_FACE
} // namespace backupjobs

#endif
