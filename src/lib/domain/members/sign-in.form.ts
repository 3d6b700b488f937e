import { z } from 'zod';
import { email, freeText, newPassword, password } from '$lib/domain/shared/fields';

export const signInForm = z.object({ email: email(), password: password() });
export const recoveryForm = z.object({ email: email() });
export const newPasswordForm = z.object({ password: newPassword() });
export const joinForm = z.object({ displayName: freeText(60), password: newPassword() });
export const acceptForm = z.object({});
