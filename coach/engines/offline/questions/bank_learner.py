"""Questions built on what the learner wants to find out, in the learner's own words. Format as in `bank_person`; {c} is an indirect question."""

ROWS = """
aim_me | ADVICE | I am trying to find out {c}. What would you look at first in my place? | It goes straight to what you want to find out.
aim_me | ADVICE | What I most want to understand is {c}. What would help me find out before I decide? | You leave with a way to test your own question.
aim_me | ADVICE | I keep wondering {c}. What would you tell a friend who asked you that? | You get an honest answer to your own question.
aim_me | HARD | I keep wondering {c}. What have you seen happen to others who asked themselves the same? | You hear how it went for people like you.
aim_me | ENTRY | I am trying to work out {c}. What have you seen with others who started out? | You learn from those who started before you.
aim_me | WORK | I am trying to find out {c}. What in an ordinary week would tell me? | You tie your own question to real days.
aim_if | ADVICE | I am trying to find out {c}. What would you look at first in my place? | It goes straight to what you want to find out.
aim_if | ADVICE | I keep wondering {c}. What would you tell a friend who asked you that? | You get an honest answer to your own question.
aim_if | FIELD | I keep wondering {c}. What makes you lean one way or the other? | You hear the reasons and not only the answer.
aim_if | WORK | I keep wondering {c}. What do you see in your own work? | You get first-hand experience on your own question.
aim_if | LINKS | I am trying to find out {c}. Who else would be good for me to talk to about that? | You get a second answer to your own question.
aim_me | LINKS | I am trying to find out {c}. Who else would be good for me to talk to about that? | You get a second answer to your own question.
aim_how | WORK | I would like to understand {c}. What has that been like for you? | It goes straight to what you want to know.
aim_how | ADVICE | I am trying to find out {c}. What have you seen that I could learn from? | You get first-hand experience on your own question.
aim_how | ENTRY | What I most want to understand is {c}. What have newcomers told you about that? | You hear how it was for people who started lately.
aim_how | LINKS | I would like to understand {c}. Who else would be good for me to talk to about that? | You get a second answer to your own question.
aim_past | PATH | I would like to hear {c}. What helped most along the way? | It is the story you came for.
aim_past | PATH | I am curious {c}. What was the part that could easily have gone another way? | You hear the story with its forks in the road.
aim_past | ADVICE | I would like to understand {c}. What would you say to somebody who hopes to do something like it? | Their story becomes your next step.
aim_past | HARD | I am curious {c}. What was the hardest stretch of it? | You know what to be ready for.
aim_past | LINKS | I would like to hear {c}. Who else who did something like it would be good for me to talk to? | You find somebody else on the same road.
aim_now | WORK | I keep wondering {c}. What is it like in your own work? | It answers the thing you cannot picture.
aim_now | HARD | I keep wondering {c}. What would you tell me about that if you were quite frank? | One real case tells you more than a rule.
aim_now | SKILL | I keep wondering {c}. How did you find your own way with that? | You hear how somebody learnt it.
aim_now | ADVICE | I keep wondering {c}. What would you like to have known about that before you began? | You get the thing nobody told them.
aim_now | LINKS | I keep wondering {c}. Who else would be good for me to talk to about that? | You get a second view on your own question.
aim_you | WORK | I keep wondering {c}. What have you seen of that, in yourself or in others? | You get first-hand experience on your own question.
aim_you | HARD | I keep wondering {c}. What is the honest answer, as you see it? | You hear the truth before you choose.
aim_you | ADVICE | I keep wondering {c}. What would you tell a friend who asked you that? | You get an honest answer to your own question.
aim_you | LINKS | I keep wondering {c}. Who else would be good for me to talk to about that? | You get a second view on your own question.
aim_would | JOY | I keep wondering {c}. What would your honest answer be? | It is the question behind all the others.
aim_would | PATH | I would like to know {c}. What would your answer have been in your first year? | You hear how somebody's mind changed.
aim_would | ADVICE | I keep wondering {c}. What would make you say no? | You hear the doubt as well as the yes.
aim_why | PATH | I would like to hear {c}. What was the moment when you knew? | It is the story you came for.
aim_why | HARD | I am curious {c}. What was hardest about it? | You hear what such a step costs.
aim_why | ADVICE | I would like to understand {c}. What would you say to somebody who is close to doing the same? | Their story becomes your next step.
aim_what | WORK | I would like to hear {c}. What would be a good example? | It goes straight to what you want to know.
aim_what | PATH | I am curious {c}. How did you arrive at that? | You see how a view grows over time.
aim_what | ADVICE | I would like to understand {c}. What could I take from that for my own start? | You turn an answer into something to do.
aim_about | ADVICE | What would you want to know about {n} if you were in my place? | It goes straight to what you want to find out.
aim_about | HARD | What do people usually get wrong about {n}? | You clear up the usual mistakes.
aim_about | WORK | What have you seen of {n} in your own work? | You get first-hand experience on your own question.
aim_about | LINKS | Who else would be good for me to talk to about {n}? | You get a second view on your own question.
self | ADVICE | {s}. What would you try first in my place? | You get advice that starts from where you are.
self | SKILL | {s}. What difference would that make in your work? | You learn whether it matters as much as you fear.
self | HARD | {s}. What would be the hardest part for somebody like me? | You find out early and can get ready.
self | ENTRY | {s}. What would you want to see from somebody like me before they start? | You know what to work on.
self_aim | ADVICE | {s}. What would tell you {c}? | You get a yardstick for your own question.
self_aim | ENTRY | {s}. How would you find out {c}? | You get a way to test it.
"""
