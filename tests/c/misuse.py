#!/usr/bin/env python3
"""Writes a C program that calls every function of the header with bad texts and with numbers that stand for nothing.

usage: misuse.py include/backupjobs.h > misuse.c

Each call has one bad argument, among good ones: objects, and texts that could be meant. So the bad one is reached. What
must come of it, and the objects, are in misuse.h.
"""

from __future__ import annotations

import re
import sys

from header import Function, Parameter, functions

SHARED = {
    "bkj_veeam": "the_veeam",
    "bkj_teradata": "the_teradata",
    "bkj_vcenter": "the_vcenter",
    "bkj_server": "the_servers[at]",
    "bkj_certificate": "the_certificate",
}
SENDS = ("bkj_veeam", "bkj_teradata", "bkj_vcenter", "bkj_server")
"""A function with one of these sends what it is given."""
BYTES = ("bkj_client_options_set_trust_ca_pem",)
"""Takes any bytes: they are looked at when a client is made."""
NUMBERS = {
    "int32_t": ("-2", "99", "INT32_MAX", "INT32_MIN"),
    "bkj_status": ("-1", "99", "INT32_MAX", "INT32_MIN"),
    "int64_t": ("-2", "0", "INT64_MAX", "INT64_MIN"),
    "uint64_t": ("0", "UINT64_MAX"),
    "uint32_t": ("0", "UINT32_MAX"),
    "size_t": ("0", "SIZE_MAX"),
}
TEXTS = {"url": 'sim("VEEAM_URL")', "json": '"{}"', "location": '"ftp://nas.example/vc"', "pem": '"x"'}
CALLBACKS = {"bkj_token_callback": "a_token"}
LINES_ARE_FINE = ("bkj_server_check_all", "bkj_server_wait_all")
"""The call goes well: a job that is expected and not there, and a run that is none, are told in the results."""

all_of_them = functions(sys.argv[1])
PLAIN = {f.name.removesuffix("_new") for f in all_of_them if f.name.endswith("_new") and not f.parameters}
FREED = {f.name.removesuffix("_free") for f in all_of_them if f.name.endswith("_free")}
MADE = set(re.findall(r"a_(bkj_\w+)\(void\)", open(f"{sys.path[0]}/misuse.h", encoding="utf-8").read())) | set(
    re.findall(r"^MAKER\((bkj_\w+),", open(f"{sys.path[0]}/misuse.h", encoding="utf-8").read(), flags=re.M)
)


def object_type(parameter: Parameter) -> str | None:
    """The object that is passed, if it is one."""
    found = re.fullmatch(r"(?:const )?struct (\w+) \*", parameter.type)
    return found[1] if found else None


class Call:
    """A call of one function: what comes before, its arguments, and what comes after."""

    def __init__(self, function: Function, bad: int, value: str) -> None:
        self.before: list[str] = []
        self.after: list[str] = []
        self.arguments = [self.argument(function, at, bad, value) for at in range(len(function.parameters))]

    def argument(self, function: Function, at: int, bad: int, value: str) -> str:
        """The expression for one parameter."""
        parameter = function.parameters[at]
        kind, name = parameter
        kind_of_object = object_type(parameter)
        if kind == "const char *":
            return value if at == bad else TEXTS.get(name, '"1"')
        if kind == "const char *const *":
            self.before.append(f"const char *list{at}[] = {{{value if at == bad else chr(34) + '1' + chr(34)}}};")
            return f"list{at}"
        if at == bad:
            return value
        if kind_of_object in SHARED:
            return SHARED[kind_of_object]
        if kind_of_object in PLAIN | MADE:
            make = f"a_{kind_of_object}()" if kind_of_object in MADE else f"{kind_of_object}_new()"
            self.before.append(f"struct {kind_of_object} *object{at} = {make};")
            self.after.append(f"{kind_of_object}_free(object{at});")
            return f"object{at}"
        if name == "out" and (made := re.fullmatch(r"struct (\w+) \*\*", kind)):
            self.before.append(f"struct {made[1]} *out = NULL;")
            self.after.append(f"{made[1]}_free(out);")
            return "&out"
        if name in ("out", "count") and kind.endswith("*"):
            self.before.append(f"{kind.removesuffix(' *')} {name} = 0;")
            return f"&{name}"
        if kind == "size_t":
            # Beside a list of one text, or a text.
            return "1" if any(p.type == "const char *const *" for p in function.parameters) or name == "length" else "0"
        if name == "version":
            return "BKJ_VEEAM_DIALECT_V6"
        return CALLBACKS.get(kind, "true" if kind == "bool" else "0")


def block(function: Function, at: int, value: str, loop: str, judge: str) -> None:
    """Prints the call with this argument being bad, for each bad value of the loop."""
    call = Call(function, at, value)
    servers = any(object_type(p) == "bkj_server" for p in function.parameters)
    print(f"    for (int at = 0; at < {3 if servers else 1}; at++) for ({loop}) {{ (void)at;")
    for line in call.before:
        print(f"        {line}")
    expression = f"{function.name}({', '.join(call.arguments + ['&err'] * function.fallible)})"
    print(f"        {judge.replace('CALL', expression)}")
    for line in call.after:
        print(f"        {line}")
    print("    }")


def texts(function: Function) -> int:
    """All that takes a text; the number of arguments."""
    done = 0
    asks = function.name not in LINES_ARE_FINE and any(object_type(p) in SENDS for p in function.parameters)
    sends = "true" if asks else "false"
    for at, parameter in enumerate(function.parameters):
        if parameter.type not in ("const char *", "const char *const *"):
            continue
        done += 1
        named = parameter.name + "[0]" * (parameter.type != "const char *")
        loop = "int how = 0; how < BAD; how++" if function.name not in BYTES else "int how = NOT_UTF_8; how < BAD; how++"
        if function.fallible:
            judge = f'text_judged("{function.name}", "{named}", how, {sends}, CALL, &err);'
        elif function.returns == "int32_t":
            # No word that anyone knows.
            judge = f"CHECK(CALL == {function.name}(\"no such word\"));"
        elif function.returns == "bool":
            judge = "CHECK(!CALL);"
        elif function.returns.endswith("bkj_error *"):
            judge = "bkj_error_free(CALL);"
        else:
            judge = "CHECK(CALL == NULL);"
        block(function, at, "bad[how]", loop, judge)
    return done


def numbers(function: Function) -> int:
    """All that takes a number; the number of arguments."""
    done = 0
    if any((kind := object_type(p)) and kind not in SHARED and kind not in PLAIN | MADE for p in function.parameters):
        # An accessor of an object that only a server can give: nulls.py has asked it about nothing.
        return 0
    for at, (kind, name) in enumerate(function.parameters):
        if kind not in NUMBERS:
            continue
        done += 1
        listed = kind == "size_t" and name in ("count", "length")
        lists = [n for n, p in enumerate(function.parameters) if p.type.endswith("*const *") or p.name in ("pem", "hours")]
        for value in NUMBERS[kind]:
            if (listed or name == "index") and value == "0":
                continue
            loop = "int once = 0; once < 1; once++"
            if not function.fallible:
                judge = f"CHECK({'!' if function.returns == 'bool' else 'NULL == '}CALL);"
            else:
                must = "true" if kind == "int32_t" or listed else "false"
                shown = f"(int64_t){value}" if kind.startswith(("u", "size")) else value
                judge = f'number_judged("{function.name}", "{name}", {shown}, {must}, CALL, &err);'
            # A length beside no list at all.
            changed = function
            if listed:
                parameters = [Parameter("nothing", p.name) if n in lists else p for n, p in enumerate(function.parameters)]
                changed = function._replace(parameters=parameters)
            block(changed, at, value, loop, judge)
    return done


print('/* Made by misuse.py. */\n#define _POSIX_C_SOURCE 200809L\n#include "misuse.h"\n')
done = {"texts": 0, "numbers": 0}
parts: list[str] = []
for part in (texts, numbers):
    for function in all_of_them:
        wanted = NUMBERS if part is numbers else ("const char *", "const char *const *")
        if not function.name.endswith("_free") and any(p.type in wanted for p in function.parameters):
            parts.append(f"{part.__name__}_{function.name}")
            print(f"static void {parts[-1]}(void)\n{{\n    struct bkj_error *err = NULL;\n    (void)err;")
            done[part.__name__] += part(function)
            print("}\n")
assert done["texts"] > 300 and done["numbers"] > 100, done
print("int main(void)\n{\n    prepare();")
for name in parts:
    print(f"    {name}();")
print("    clean_up();")
print(f'    printf("{done["texts"]} texts, {done["numbers"]} numbers; ");\n    return finish("misuse");\n}}')
