"""Would the tests notice? One small change of the code after the other, and the tests that run that code.

`python -m tests.mutation` says how. Kept tools (cosmic-ray, mutmut) run one fixed command for each change; here that would be the
whole suite, twelve minutes each. So a map is made once of which test calls which function, and a change is shown to those alone.
"""
