#!/usr/bin/env python3
"""Writes a C program that calls every function of the header with nothing at all, for all there is to pass.

usage: nulls.py include/backupjobs.h > nulls.c
"""

import re
import sys

from header import functions

all_of_them = functions(sys.argv[1])
print('/* Made by nulls.py. */\n#include <backupjobs.h>\n#include <stdio.h>\n\nint main(void)\n{\n    int wrong = 0;')
print("    bkj_error *err = NULL;")
for returns, name, parameters, fallible in all_of_them:
    zeros = ["0"] * len(parameters)
    if fallible:
        call = f"{name}({', '.join([*zeros, '&err'])})"
        print(f"    if ({call} == BKJ_OK || err == NULL) {{ wrong++; puts(\"{name}\"); }}")
        print("    bkj_error_free(err);\n    err = NULL;")
        print(f"    if ({name}({', '.join([*zeros, 'NULL'])}) == BKJ_OK) {{ wrong++; puts(\"{name}\"); }}")
    elif name.endswith(("_new", "_always", "_immediate", "_manual")) and not parameters:
        print(f"    {re.sub('_(new|always|immediate|manual)$', '', name)}_free({name}());")
    elif "_json" in name:
        print(f"    if ({name}({', '.join(zeros)})[0] != '{{') {{ wrong++; puts(\"{name}\"); }}")
    elif returns == "bool":
        print(f"    if ({name}({', '.join(zeros)})) {{ wrong++; puts(\"{name}\"); }}")
    elif returns == "void":
        print(f"    {name}({', '.join(zeros)});")
    else:
        print(f"    (void){name}({', '.join(zeros)});")
print(f'    printf("nulls: %s, {len(all_of_them)} functions\\n", wrong == 0 ? "ok" : "FAILED");\n    return wrong != 0;\n}}')
