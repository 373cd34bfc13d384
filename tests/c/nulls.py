#!/usr/bin/env python3
"""Writes a C program that calls every function of the header with nothing at all, for all there is to pass.

usage: nulls.py include/backupjobs.h > nulls.c
"""

import re
import sys

header = open(sys.argv[1], encoding="utf-8").read()
header = re.sub(r"/\*.*?\*/", "", header, flags=re.S)
functions = re.findall(r"^((?:const )?(?:struct )?\w+ \**)(bkj_\w+)\(([^;]*)\);", header, flags=re.M)
assert len(functions) > 300, len(functions)

print('/* Made by nulls.py. */\n#include <backupjobs.h>\n#include <stdio.h>\n\nint main(void)\n{\n    int wrong = 0;')
print("    bkj_error *err = NULL;")
for returns, name, parameters in functions:
    parameters = " ".join(parameters.split())
    names = [] if parameters == "void" else parameters.split(", ")
    fallible = returns.strip() == "bkj_status" and parameters.endswith("struct bkj_error **err")
    if fallible:
        zeros = ["0"] * (len(names) - 1)
        call = f"{name}({', '.join([*zeros, '&err'])})"
        print(f"    if ({call} == BKJ_OK || err == NULL) {{ wrong++; puts(\"{name}\"); }}")
        print("    bkj_error_free(err);\n    err = NULL;")
        print(f"    if ({name}({', '.join([*zeros, 'NULL'])}) == BKJ_OK) {{ wrong++; puts(\"{name}\"); }}")
    elif name.endswith(("_new", "_always", "_immediate", "_manual")) and not names:
        print(f"    {re.sub('_(new|always|immediate|manual)$', '', name)}_free({name}());")
    elif "_json" in name:
        print(f"    if ({name}({', '.join(['0'] * len(names))})[0] != '{{') {{ wrong++; puts(\"{name}\"); }}")
    elif returns.strip() == "bool":
        print(f"    if ({name}({', '.join(['0'] * len(names))})) {{ wrong++; puts(\"{name}\"); }}")
    elif returns.strip() == "void":
        print(f"    {name}({', '.join(['0'] * len(names))});")
    else:
        print(f"    (void){name}({', '.join(['0'] * len(names))});")
print('    printf("nulls: %s\\n", wrong == 0 ? "ok" : "FAILED");\n    return wrong != 0;\n}')
